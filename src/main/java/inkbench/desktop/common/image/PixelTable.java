package inkbench.desktop.common.image;

import java.util.List;
import java.util.stream.IntStream;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Pictures of the same size in rows, all in one node, each with a name above it and each row with one beside it where there
 * are any, with a pixel that can be pointed at by mouse and by arrow keys.
 */
public final class PixelTable extends Region {
    private static final double GAP = 4;
    private static final int LARGEST_SCALE = 12;

    private final PixelSurface surface = new PixelSurface();
    private final OutputScale outputScale = new OutputScale(this, this::requestLayout);
    private final Rectangle ring = new Rectangle();
    private final ObjectProperty<Pixel> pointed = new SimpleObjectProperty<>();
    private List<Label> rowNames = List.of();
    private List<List<Label>> pictureNames = List.of();
    private int columns;
    private int imageWidth = 28;
    private int imageHeight = 28;
    private int[][][] pictures = {};
    private double left;
    /** Top of the pictures of each row. */
    private double[] tops = {};
    private double stepX;
    private double unit;

    /** One pixel of one picture. */
    public record Pixel(int row, int column, int x, int y) {}

    /** A table without pictures. */
    public PixelTable() {
        getStyleClass().add("pixel-table");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        ring.getStyleClass().add("pixel-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        getChildren().addAll(surface.view(), ring);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointed.set(pixelAt(event.getX(), event.getY())));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> pointed.set(null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressKey);
        pointed.addListener((observable, before, now) -> placeRing());
    }

    /** The pixel that is pointed at; null for none. */
    public ObjectProperty<Pixel> pointed() {
        return pointed;
    }

    /**
     * Names the rows and pictures and says how large every picture is; they are blank until {@link #show}.
     *
     * @param rows
     *            a name for each row; empty ones take no room
     * @param names
     *            {@code names.get(row)} are the names above the pictures of a row, an empty list for a row without
     * @param columns
     *            pictures of the longest row
     */
    public void arrange(List<String> rows, List<List<String>> names, int columns, int width, int height) {
        boolean same = columns == this.columns && rows.equals(texts(rowNames))
                && names.equals(pictureNames.stream().map(PixelTable::texts).toList());
        if (!same) {
            rowNames = rows.stream().map(PixelTable::label).toList();
            pictureNames = names.stream().map(row -> row.stream().map(PixelTable::label).toList()).toList();
            getChildren().setAll(rowNames);
            pictureNames.forEach(getChildren()::addAll);
            getChildren().addAll(surface.view(), ring);
        }
        this.columns = columns;
        imageWidth = width;
        imageHeight = height;
        pictures = new int[0][][];
        pointed.set(null);
        requestLayout();
    }

    private static Label label(String text) {
        var label = new Label(text);
        label.getStyleClass().add("axis-label");
        return label;
    }

    private static List<String> texts(List<Label> labels) {
        return labels.stream().map(Label::getText).toList();
    }

    /**
     * Shows pictures.
     *
     * @param argb
     *            {@code argb[row][column]} is one picture, row by row; an empty array for blank ones
     */
    public void show(int[][][] argb) {
        pictures = argb;
        requestLayout();
    }

    /** The name above a picture, for a view that marks it; of a row with names. */
    public Label pictureName(int row, int column) {
        return pictureNames.get(row).get(column);
    }

    @Override
    protected void layoutChildren() {
        left = nameWidth();
        int scale = Math.min(scale(getWidth()), scaleByHeight(getHeight()));
        double device = outputScale.get();
        int gap = (int) Math.round(GAP * device);
        unit = scale / device;
        stepX = (imageWidth * scale + gap) / device;
        int rows = rowNames.size();
        tops = new double[rows];
        double y = 0;
        for (int row = 0; row < rows; row++) {
            y += nameHeight(row);
            tops[row] = y;
            y += imageHeight * unit + GAP;
        }
        surface.resize(
                Math.max(0, columns * (imageWidth * scale + gap) - gap),
                Math.max(0, (int) Math.round((y - GAP) * device)),
                device);
        for (int row = 0; row < pictures.length; row++) {
            int top = (int) Math.round(tops[row] * device);
            for (int column = 0; column < pictures[row].length; column++) {
                surface.drawColours(pictures[row][column], imageWidth, column * (imageWidth * scale + gap), top, scale);
            }
        }
        surface.publish();
        surface.view().relocate(left, 0);
        for (int row = 0; row < rows; row++) {
            layoutInArea(rowNames.get(row), 0, tops[row], left, imageHeight * unit, 0, HPos.LEFT, VPos.CENTER);
            layoutNames(row);
        }
        placeRing();
    }

    private void layoutNames(int row) {
        double height = nameHeight(row);
        for (int column = 0; column < pictureNames.get(row).size(); column++) {
            layoutInArea(
                    pictureNames.get(row).get(column),
                    left + column * stepX,
                    tops[row] - height,
                    imageWidth * unit,
                    height - 2,
                    0,
                    HPos.CENTER,
                    VPos.CENTER);
        }
    }

    private void placeRing() {
        var pixel = pointed.get();
        ring.setVisible(pixel != null && unit > 0);
        if (ring.isVisible()) {
            ring.setX(left + pixel.column() * stepX + pixel.x() * unit - 1);
            ring.setY(tops[pixel.row()] + pixel.y() * unit - 1);
            ring.setWidth(unit + 2);
            ring.setHeight(unit + 2);
        }
    }

    private Pixel pixelAt(double x, double y) {
        int column = (int) Math.floor((x - left) / stepX);
        for (int row = 0; row < pictures.length; row++) {
            int pixelX = (int) Math.floor((x - left - column * stepX) / unit);
            int pixelY = (int) Math.floor((y - tops[row]) / unit);
            if (column >= 0 && column < pictures[row].length && pixelX < imageWidth && pixelY >= 0
                    && pixelY < imageHeight) {
                return new Pixel(row, column, pixelX, pixelY);
            }
        }
        return null;
    }

    private void pressKey(KeyEvent event) {
        if (pictures.length == 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        var at = pointed.get() == null ? new Pixel(0, 0, imageWidth / 2, imageHeight / 2) : pointed.get();
        switch (event.getCode()) {
            case LEFT -> move(at, -1, 0);
            case RIGHT -> move(at, 1, 0);
            case UP -> move(at, 0, -1);
            case DOWN -> move(at, 0, 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Goes on in the next picture at the edge of one. */
    private void move(Pixel at, int byX, int byY) {
        int y = Math.clamp(at.row() * (long) imageHeight + at.y() + byY, 0, pictures.length * imageHeight - 1);
        int row = y / imageHeight;
        int x = Math.clamp(at.column() * (long) imageWidth + at.x() + byX, 0, pictures[row].length * imageWidth - 1);
        pointed.set(new Pixel(row, x / imageWidth, x % imageWidth, y % imageHeight));
    }

    private int scale(double width) {
        double each = (width - nameWidth() - (Math.max(1, columns) - 1) * GAP) / Math.max(1, columns);
        return Math.min((int) (LARGEST_SCALE * outputScale.get()), outputScale.wholeScale(each, imageWidth));
    }

    private int scaleByHeight(double height) {
        int rows = Math.max(1, rowNames.size());
        double names = IntStream.range(0, rowNames.size()).mapToDouble(this::nameHeight).sum();
        return outputScale.wholeScale((height - names - (rows - 1) * GAP) / rows, imageHeight);
    }

    private double nameWidth() {
        double widest = rowNames.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0);
        return widest == 0 ? 0 : snapSizeX(widest + 8);
    }

    private double nameHeight(int row) {
        double tallest = pictureNames.get(row).stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0);
        return tallest == 0 ? 0 : snapSizeY(tallest + 4);
    }

    private double height(int scale) {
        double names = IntStream.range(0, rowNames.size()).mapToDouble(this::nameHeight).sum();
        return names + rowNames.size() * (imageHeight * scale / outputScale.get() + GAP) - GAP;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return nameWidth() + columns * (imageWidth / outputScale.get() + GAP);
    }

    @Override
    protected double computePrefWidth(double height) {
        return nameWidth() + columns * (imageWidth * 2 + GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(Math.min(2, scale(width < 0 ? prefWidth(-1) : width)));
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(1);
    }
}
