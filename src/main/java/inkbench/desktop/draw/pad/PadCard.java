package inkbench.desktop.draw.pad;

import java.util.List;
import java.util.Locale;

import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The pad with its tools below. */
public final class PadCard extends VBox {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");

    private final Messages messages = Messages.of(PadCard.class);
    private final PadViewModel viewModel;
    private final DrawingPad pad;
    private final StackPane layers = new StackPane();
    private final PadExchange exchange;

    /** A pad for a drawing. */
    public PadCard(PadViewModel viewModel, PadFiles files, Session session) {
        super(12);
        this.viewModel = viewModel;
        pad = new DrawingPad(viewModel);
        exchange = new PadExchange(viewModel, pad, files, session);
        exchange.install();
        getStyleClass().add("card");
        VBox.setVgrow(layers, Priority.ALWAYS);
        layers.getChildren().add(pad);
        getChildren().addAll(layers, tools());
    }

    /** The canvas itself. */
    public DrawingPad pad() {
        return pad;
    }

    /** Lays something of the canvas's size over it. */
    public void lay(Node over) {
        layers.getChildren().add(over);
    }

    /** Puts the pen back into the user's hand. */
    public void focusPad() {
        pad.requestFocus();
    }

    private FlowPane tools() {
        var undo = button("undo", viewModel.canUndo(), viewModel::undo);
        var redo = button("redo", viewModel.canRedo(), viewModel::redo);
        var clear = button("clear", viewModel.empty().not(), viewModel::clear);
        var tool = Hints.on(
                new Segments<>(List.of(Tool.values()), this::name, viewModel.tool()),
                messages.get("tool.tip"));
        tool.getButtons().forEach(each -> each.setId("tool-" + each.getUserData().toString().toLowerCase(Locale.ROOT)));
        var invert = Hints.on(new CheckBox(messages.get("invert")), messages.get("invert.tip"));
        invert.setId("invert");
        invert.selectedProperty().bindBidirectional(viewModel.inverted());
        var more = Hints.on(new MenuButton(messages.get("more")), messages.get("more.tip"));
        more.setId("pad-more");
        more.getItems().setAll(exchange.items());
        more.setOnShowing(event -> more.getItems().setAll(exchange.items()));
        var tools = new FlowPane(8, 8, undo, redo, clear, tool, pen(), invert, more);
        tools.setRowValignment(VPos.CENTER);
        return tools;
    }

    private String name(Tool tool) {
        return messages.get("tool." + tool.name());
    }

    private Node pen() {
        var size = new Slider(0.02, 0.12, viewModel.penSize().get());
        size.setId("pen-size");
        size.setPrefWidth(72);
        size.setBlockIncrement(0.01);
        size.valueProperty().bindBidirectional(viewModel.penSize());
        var sizeName = new Label(messages.get("pen"));
        sizeName.setLabelFor(size);
        size.setAccessibleText(messages.get("pen"));
        var pen = Hints.on(new HBox(8, sizeName, size), messages.get("pen.tip"));
        pen.setAlignment(Pos.CENTER_LEFT);
        return pen;
    }

    private Node button(String key, ObservableBooleanValue enabled, Runnable action) {
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

    /** Does what a key stands for anywhere in the place. */
    public void key(KeyEvent event) {
        if (UNDO.match(event)) {
            viewModel.undo();
        } else if (REDO.match(event)) {
            viewModel.redo();
        } else if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.DELETE) {
            viewModel.clear();
        } else {
            exchange.key(event);
            return;
        }
        event.consume();
    }
}
