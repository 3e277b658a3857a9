package inkbench.desktop.common.image;

import java.util.List;

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
 * Pictures of the same size in named rows and columns, all in one node, with a pixel that can be pointed at by mouse and by
 * arrow keys.
 */
public final class PixelTable extends Region {
    private static final double GAP = 4;
    private static final int LARGEST_SCALE = 8;

    private final PixelSurface surface = new PixelSurface();
    private final OutputScale outputScale = new OutputScale(this, this::requestLayout);
    private final Rectangle ring = new Rectangle();
    private final ObjectProperty<Pixel> pointed = new SimpleObjectProperty<>();
    private List<Label> rowNames = List.of();
    private List<Label> columnNames = List.of();
    private int imageWidth = 28;
    private int imageHeight = 28;
    private int[][][] pictures = {};
    private double left;
    private double top;
    private double stepX;
    private double stepY;
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

    /** Names the rows and columns and says how large every picture is; the pictures are blank until {@link #show}. */
    public void arrange(List<String> rows, List<String> columns, int width, int height) {
        boolean same = rows.equals(rowNames.stream().map(Label::getText).toList())
                && columns.equals(columnNames.stream().map(Label::getText).toList());
        if (!same) {
            name(rows, columns);
        }
        imageWidth = width;
        imageHeight = height;
        pictures = new int[0][][];
        pointed.set(null);
        requestLayout();
    }

    private void name(List<String> rows, List<String> columns) {
        rowNames = rows.stream().map(Label::new).toList();
        columnNames = columns.stream().map(Label::new).toList();
        rowNames.forEach(label -> label.getStyleClass().add("axis-label"));
        columnNames.forEach(label -> label.getStyleClass().add("axis-label"));
        getChildren().setAll(rowNames);
        getChildren().addAll(columnNames);
        getChildren().addAll(surface.view(), ring);
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

    /** The label above a column, for a view that marks it. */
    public Label columnName(int column) {
        return columnNames.get(column);
    }

    @Override
    protected void layoutChildren() {
        left = nameWidth();
        top = nameHeight();
        int scale = scale(getWidth());
        double device = outputScale.get();
        int gap = (int) Math.round(GAP * device);
        unit = scale / device;
        stepX = (imageWidth * scale + gap) / device;
        stepY = (imageHeight * scale + gap) / device;
        int columns = columnNames.size();
        int rows = rowNames.size();
        surface.resize(
                Math.max(0, columns * (imageWidth * scale + gap) - gap),
                Math.max(0, rows * (imageHeight * scale + gap) - gap),
                device);
        for (int row = 0; row < pictures.length; row++) {
            for (int column = 0; column < pictures[row].length; column++) {
                surface.drawColours(
                        pictures[row][column],
                        imageWidth,
                        column * (imageWidth * scale + gap),
                        row * (imageHeight * scale + gap),
                        scale);
            }
        }
        surface.publish();
        surface.view().relocate(left, top);
        for (int row = 0; row < rows; row++) {
            layoutInArea(rowNames.get(row), 0, top + row * stepY, left - 8, imageHeight * unit, 0, HPos.LEFT,
                    VPos.CENTER);
        }
        for (int column = 0; column < columns; column++) {
            layoutInArea(
                    columnNames.get(column),
                    left + column * stepX,
                    0,
                    imageWidth * unit,
                    top - 4,
                    0,
                    HPos.CENTER,
                    VPos.CENTER);
        }
        placeRing();
    }

    private void placeRing() {
        var pixel = pointed.get();
        ring.setVisible(pixel != null && unit > 0);
        if (ring.isVisible()) {
            ring.setX(left + pixel.column() * stepX + pixel.x() * unit - 1);
            ring.setY(top + pixel.row() * stepY + pixel.y() * unit - 1);
            ring.setWidth(unit + 2);
            ring.setHeight(unit + 2);
        }
    }

    private Pixel pixelAt(double x, double y) {
        if (pictures.length == 0) {
            return null;
        }
        int column = (int) Math.floor((x - left) / stepX);
        int row = (int) Math.floor((y - top) / stepY);
        int pixelX = (int) Math.floor((x - left - column * stepX) / unit);
        int pixelY = (int) Math.floor((y - top - row * stepY) / unit);
        boolean inside = column >= 0 && column < columnNames.size() && row >= 0 && row < rowNames.size()
                && pixelX < imageWidth && pixelY < imageHeight;
        return inside ? new Pixel(row, column, pixelX, pixelY) : null;
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
        int x = Math.clamp(at.column() * (long) imageWidth + at.x() + byX, 0, columnNames.size() * imageWidth - 1);
        int y = Math.clamp(at.row() * (long) imageHeight + at.y() + byY, 0, rowNames.size() * imageHeight - 1);
        pointed.set(new Pixel(y / imageHeight, x / imageWidth, x % imageWidth, y % imageHeight));
    }

    private int scale(double width) {
        int columns = Math.max(1, columnNames.size());
        double each = (width - nameWidth() - (columns - 1) * GAP) / columns;
        return Math.min((int) (LARGEST_SCALE * outputScale.get()), outputScale.wholeScale(each, imageWidth));
    }

    private double nameWidth() {
        return snapSizeX(rowNames.stream().mapToDouble(label -> label.prefWidth(-1)).max().orElse(0) + 8);
    }

    private double nameHeight() {
        return snapSizeY(columnNames.stream().mapToDouble(label -> label.prefHeight(-1)).max().orElse(0) + 4);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return nameWidth() + columnNames.size() * (imageWidth / outputScale.get() + GAP);
    }

    @Override
    protected double computePrefWidth(double height) {
        return nameWidth() + columnNames.size() * (imageWidth * 2 + GAP);
    }

    @Override
    protected double computePrefHeight(double width) {
        int scale = scale(width < 0 ? prefWidth(-1) : width);
        return nameHeight() + rowNames.size() * (imageHeight * scale / outputScale.get() + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return prefHeight(width);
    }
}
