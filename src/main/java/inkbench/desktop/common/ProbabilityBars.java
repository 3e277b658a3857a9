package inkbench.desktop.common;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

import inkbench.desktop.common.image.DigitColours;
import inkbench.model.Prediction;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A bar with a percentage for each class, in the class's hue. Made to change many times a second. */
public final class ProbabilityBars extends Region {
    private static final double NAME_WIDTH = 22;
    private static final double PERCENT_WIDTH = 58;
    private static final double ROW_HEIGHT = 26;
    private static final double SMALLEST_ROW_HEIGHT = 18;

    private final Messages messages = Messages.of(ProbabilityBars.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final Theme theme;
    private final List<Row> rows = new ArrayList<>();
    private float[] probabilities;

    /** Bars without length for the given classes. */
    public ProbabilityBars(List<String> classNames, Theme theme) {
        this.theme = theme;
        percent.setMinimumFractionDigits(1);
        percent.setMaximumFractionDigits(1);
        getStyleClass().add("probability-bars");
        setAccessibleRole(AccessibleRole.TEXT);
        for (var name : classNames) {
            var row = new Row(name);
            rows.add(row);
            getChildren().addAll(row.name, row.track, row.bar, row.value);
        }
        setMinWidth(NAME_WIDTH + PERCENT_WIDTH + 48);
        colour();
        theme.dark().addListener((source, before, now) -> colour());
        show(null);
    }

    /**
     * Shows probabilities.
     *
     * @param shown
     *            one per class, or null for none
     */
    public void show(float[] shown) {
        probabilities = shown;
        int best = shown == null ? -1 : new Prediction(shown).digit();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            row.value.setText(shown == null ? "" : percent.format(shown[i]));
            row.name.getStyleClass().setAll("label", i == best ? "probability-best" : "probability-other");
            row.value.getStyleClass().setAll("label", i == best ? "probability-best" : "probability-other");
        }
        setAccessibleText(
                best < 0
                        ? messages.get("probabilities.none")
                        : messages.get("probabilities.best", rows.get(best).name.getText(), shown[best]));
        requestLayout();
    }

    private void colour() {
        for (int i = 0; i < rows.size(); i++) {
            int rgb = DigitColours.argb(i, theme.dark().get()) & 0xFFFFFF;
            rows.get(i).bar.setStyle(String.format("-fx-background-color: #%06x;", rgb));
        }
    }

    @Override
    protected void layoutChildren() {
        double rowHeight = Math.min(ROW_HEIGHT * 1.4, getHeight() / rows.size());
        double barWidth = Math.max(0, getWidth() - NAME_WIDTH - PERCENT_WIDTH);
        double barHeight = Math.max(6, rowHeight - 10);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            double top = snapPositionY(i * rowHeight);
            double barTop = snapPositionY(top + (rowHeight - barHeight) / 2);
            row.name.resizeRelocate(0, top, NAME_WIDTH, rowHeight);
            row.track.resizeRelocate(NAME_WIDTH, barTop, barWidth, snapSizeY(barHeight));
            double length = probabilities == null ? 0 : snapSizeX(barWidth * probabilities[i]);
            row.bar.resizeRelocate(NAME_WIDTH, barTop, length, snapSizeY(barHeight));
            row.bar.setVisible(length > 0);
            row.value.resizeRelocate(NAME_WIDTH + barWidth, top, PERCENT_WIDTH, rowHeight);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 260;
    }

    @Override
    protected double computePrefHeight(double width) {
        return rows.size() * ROW_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return rows.size() * SMALLEST_ROW_HEIGHT;
    }

    private static final class Row {
        private final Label name;
        private final Region track = new Region();
        private final Region bar = new Region();
        private final Label value = new Label();

        Row(String className) {
            name = new Label(className);
            name.setAlignment(Pos.CENTER_LEFT);
            value.setAlignment(Pos.CENTER_RIGHT);
            track.getStyleClass().add("probability-track");
        }
    }
}
