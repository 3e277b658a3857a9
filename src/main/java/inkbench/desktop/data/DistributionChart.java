package inkbench.desktop.data;

import java.util.ArrayList;
import java.util.List;

import inkbench.data.Dataset;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitColours;
import inkbench.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** How many images each label has: a bar each; choosing one filters by its label. */
final class DistributionChart extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Messages messages = Messages.of(DistributionChart.class);
    private final DataViewModel viewModel;
    private final Theme theme;
    private final List<Row> rows = new ArrayList<>();

    DistributionChart(DataViewModel viewModel, Theme theme) {
        this.viewModel = viewModel;
        this.theme = theme;
        getStyleClass().add("distribution");
        viewModel.whole().subscribe(this::fill);
        viewModel.label().subscribe(this::mark);
        theme.dark().subscribe(dark -> rows.forEach(Row::colour));
        fill();
    }

    private void fill() {
        var images = viewModel.whole().get();
        var names = images == null ? Dataset.DIGITS : images.classNames();
        int classes = images != null && !images.labelled() ? 0 : names.size();
        if (rows.size() != classes) {
            rows.clear();
            for (int c = 0; c < classes; c++) {
                rows.add(new Row(c));
            }
            getChildren().setAll(rows);
        }
        double largest = 0;
        for (var row : rows) {
            largest = Math.max(largest, viewModel.share(row.label));
        }
        for (var row : rows) {
            row.show(names.get(row.label), largest);
        }
        setDisable(images == null);
        mark();
    }

    private void mark() {
        int chosen = viewModel.label().get();
        for (var row : rows) {
            row.pseudoClassStateChanged(CHOSEN, row.label == chosen);
            row.setOpacity(chosen == DataViewModel.ALL || row.label == chosen ? 1 : 0.45);
        }
    }

    /** One label's bar. */
    private final class Row extends HBox {
        private final int label;
        private final Label name = new Label();
        private final Label value = new Label();
        private final Region bar = new Region();
        private final Track track = new Track(bar);

        Row(int label) {
            super(8);
            this.label = label;
            getStyleClass().add("distribution-row");
            setId("distribution-" + label);
            setAlignment(Pos.CENTER_LEFT);
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
            name.getStyleClass().add("distribution-name");
            value.getStyleClass().addAll("distribution-value", "numeric");
            value.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(track, Priority.ALWAYS);
            getChildren().addAll(name, track, value);
            colour();
            setOnMouseClicked(event -> {
                requestFocus();
                viewModel.toggleLabel(label);
            });
            setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                    viewModel.toggleLabel(label);
                    event.consume();
                }
            });
        }

        void show(String text, double largestShare) {
            name.setText(text);
            boolean known = viewModel.whole().get() != null;
            value.setText(
                    known ? messages.get("distribution.value", viewModel.share(label), viewModel.count(label)) : "");
            track.length(largestShare == 0 ? 0 : viewModel.share(label) / largestShare);
            setAccessibleText(
                    messages.get("distribution.row", text, viewModel.share(label), viewModel.count(label)));
        }

        void colour() {
            int argb = DigitColours.argb(label, theme.dark().get());
            bar.setStyle(String.format("-fx-background-color: #%06x;", argb & 0xFFFFFF));
        }
    }

    /** Gives a bar its share of the width. */
    private static final class Track extends StackPane {
        private final Region bar;
        private double length;

        Track(Region bar) {
            super(bar);
            this.bar = bar;
            bar.getStyleClass().add("distribution-bar");
            bar.setManaged(false);
        }

        void length(double share) {
            length = share;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = length == 0 ? 0 : Math.max(2, snapSizeX(getWidth() * length));
            bar.resizeRelocate(0, 0, width, getHeight());
        }
    }
}
