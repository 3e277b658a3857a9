package inkbench.desktop.draw.explanation;

import inkbench.app.picture.ColourScale;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ColourScaleLegend;
import inkbench.desktop.common.image.TilePictures;
import inkbench.explain.LayerPictures;
import inkbench.model.Architecture;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What one layer makes of the drawing: a picture for each of its channels. */
final class LayersPane extends VBox {
    private static final double HEIGHT = 260;
    private static final String CSV_NAMES = "channel,row,column,value";

    private final Messages messages = Messages.of(LayersPane.class);
    private final LayersViewModel viewModel;
    private final Theme theme;
    private final ComboBox<Integer> layer = new ComboBox<>();
    private final TilePictures pictures = new TilePictures(messages.get("layers.nothing"));
    private final ColourScaleLegend legend = new ColourScaleLegend();
    private final Label words = new Label();

    LayersPane(LayersViewModel viewModel, Exports exports, Theme theme) {
        super(10);
        this.viewModel = viewModel;
        this.theme = theme;
        layer.setId("why-layer");
        layer.setMaxWidth(Double.MAX_VALUE);
        layer.setAccessibleText(messages.get("layers.choice"));
        Hints.on(layer, messages.get("layers.choice.tip"));
        layer.setCellFactory(list -> new WordCell(this::name));
        layer.setButtonCell(new WordCell(this::name));
        layer.valueProperty().addListener((source, before, now) -> {
            if (now != null) {
                viewModel.layer().set(now);
            }
        });
        pictures.setId("why-layer-pictures");
        pictures.setMinHeight(HEIGHT);
        pictures.setPrefHeight(HEIGHT);
        exports.install(pictures, () -> messages.get("file.layer"), this::csv);
        words.setId("why-layer-words");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("caption");
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(layer, pictures, new HBox(legend), words);
        viewModel.architecture().subscribe(this::offer);
        viewModel.pictures().subscribe(now -> show());
        theme.dark().subscribe(now -> show());
    }

    private void offer(Architecture architecture) {
        if (architecture != null) {
            layer.getItems().setAll(viewModel.choices());
            layer.setValue(viewModel.layer().get());
        }
    }

    private String name(int place) {
        if (place == LayersViewModel.FILTERS) {
            return messages.get("layers.filters");
        }
        var row = viewModel.architecture().get().summary().get(place);
        var kind = messages.get("layer." + row.layer().kind());
        var shape = row.outputShape();
        return shape.isVector()
                ? messages.get("layers.vector", place + 1, kind, shape.size())
                : messages.get("layers.maps", place + 1, kind, shape.channels(), shape.width(), shape.height());
    }

    private LayerPictures shown() {
        var found = viewModel.pictures().get();
        return found == null ? null : found.orElse(null);
    }

    private void show() {
        var shown = shown();
        boolean dark = theme.dark().get();
        pictures.show(shown, dark);
        legend.setVisible(shown != null);
        if (shown == null) {
            words.setText("");
            pictures.setAccessibleText(messages.get("layers.nothing"));
            return;
        }
        float largest = shown.largest();
        legend.show(
                ColourScale.DIVERGING,
                dark,
                messages.get("layers.value", -largest),
                messages.get("layers.value", largest));
        words.setText(
                messages.get(
                        shown.height() * shown.width() == 1 ? "layers.words.vector" : "layers.words",
                        shown.count(),
                        shown.total(),
                        shown.width(),
                        shown.height(),
                        shown.least(),
                        shown.greatest()));
        pictures.setAccessibleText(words.getText());
    }

    private String csv() {
        var shown = shown();
        return shown == null ? CSV_NAMES + "\n" : shown.csv(CSV_NAMES);
    }
}
