package inkbench.desktop.draw;

import java.text.NumberFormat;

import inkbench.data.Dataset;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.ProbabilityBars;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitImage;
import inkbench.ink.Rasterizer;
import inkbench.text.Messages;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The canvas, as large as can be; beside it the answer, its probabilities, and what the network sees. */
final class DrawView extends HBox {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final double SIDE_WIDTH = 320;
    private static final double SEEN_EDGE = 196;

    private final Messages messages = Messages.of(DrawView.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final DrawViewModel viewModel;
    private final DrawingPad pad;
    private final Label answer = new Label();
    private final ProbabilityBars bars;
    private final DigitImage seen = new DigitImage(SEEN_EDGE);

    DrawView(DrawViewModel viewModel, Theme theme) {
        super(16);
        this.viewModel = viewModel;
        getStyleClass().add("place");
        setId("place-draw");
        pad = new DrawingPad(viewModel);
        bars = new ProbabilityBars(Dataset.DIGITS, theme);
        VBox.setVgrow(pad, Priority.ALWAYS);
        var left = new VBox(12, pad, tools());
        left.getStyleClass().add("card");
        HBox.setHgrow(left, Priority.ALWAYS);
        var right = new VBox(16, answerCard(), seenCard());
        right.setMinWidth(SIDE_WIDTH);
        right.setPrefWidth(SIDE_WIDTH);
        right.setMaxWidth(SIDE_WIDTH);
        getChildren().addAll(left, right);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        viewModel.answer().subscribe(this::show);
    }

    private FlowPane tools() {
        var undo = button("undo", viewModel.canUndo(), viewModel::undo);
        var redo = button("redo", viewModel.canRedo(), viewModel::redo);
        var clear = button("clear", viewModel.empty().not(), viewModel::clear);
        var size = new Slider(0.02, 0.12, pad.penSize().get());
        size.setId("pen-size");
        size.setPrefWidth(120);
        size.setBlockIncrement(0.01);
        size.valueProperty().bindBidirectional(pad.penSize());
        var sizeName = new Label(messages.get("pen"));
        sizeName.setLabelFor(size);
        size.setAccessibleText(messages.get("pen"));
        var pen = Hints.on(new HBox(8, sizeName, size), messages.get("pen.tip"));
        pen.setAlignment(Pos.CENTER_LEFT);
        var invert = Hints.on(new CheckBox(messages.get("invert")), messages.get("invert.tip"));
        invert.setId("invert");
        invert.selectedProperty().bindBidirectional(pad.inverted());
        var tools = new FlowPane(12, 8, undo, redo, clear, pen, invert);
        tools.setRowValignment(javafx.geometry.VPos.CENTER);
        return tools;
    }

    private javafx.scene.Node button(String key, ObservableBooleanValue enabled, Runnable action) {
        var button = new Button(messages.get(key));
        button.setId(key);
        button.setOnAction(event -> {
            action.run();
            pad.requestFocus();
        });
        enabled.subscribe(on -> button.setDisable(!on));
        ObservableValue<String> hint = enabled.map(on -> messages.get(key + (on ? ".tip" : ".nothing"), keys(key)));
        return Hints.always(button, hint);
    }

    private static String keys(String key) {
        return switch (key) {
            case "undo" -> UNDO.getDisplayText();
            case "redo" -> REDO.getDisplayText();
            default -> KeyCode.ESCAPE.getName();
        };
    }

    private VBox answerCard() {
        answer.setId("answer");
        answer.getStyleClass().add("figure");
        var source = new Label();
        source.setId("source");
        source.getStyleClass().add("caption");
        source.setWrapText(true);
        source.textProperty().bind(viewModel.source());
        var card = new VBox(8, answer, source, bars);
        card.getStyleClass().add("card");
        VBox.setVgrow(card, Priority.SOMETIMES);
        VBox.setVgrow(bars, Priority.ALWAYS);
        bars.setId("probabilities");
        return card;
    }

    private VBox seenCard() {
        var title = new Label(messages.get("seen.title"));
        title.getStyleClass().add("card-title");
        seen.setId("seen");
        var hint = new Label(messages.get("seen.hint"));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        var card = new VBox(8, title, seen, hint);
        card.getStyleClass().add("card");
        return card;
    }

    private void key(KeyEvent event) {
        if (UNDO.match(event)) {
            viewModel.undo();
        } else if (REDO.match(event)) {
            viewModel.redo();
        } else if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DELETE) {
            viewModel.clear();
        } else {
            return;
        }
        event.consume();
    }

    private void show(Answer shown) {
        if (shown == null) {
            answer.setText(messages.get("answer.none"));
            bars.show(null);
            seen.showInk(new byte[Rasterizer.SIZE * Rasterizer.SIZE], Rasterizer.SIZE, Rasterizer.SIZE);
            seen.setAccessibleText(messages.get("seen.none"));
            return;
        }
        var prediction = shown.reading().prediction();
        answer.setText(messages.get("answer", prediction.digit(), percent.format(prediction.confidence())));
        bars.show(prediction.probabilities());
        seen.showInk(shown.reading().pixels(), Rasterizer.SIZE, Rasterizer.SIZE);
        seen.setAccessibleText(messages.get("seen.name"));
    }
}
