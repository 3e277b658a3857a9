package inkbench.desktop.common;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What stands where there is nothing yet: one sentence, and one button that changes it. */
public final class EmptyState extends VBox {
    /** A sentence without a button, where nothing can be done about it here. */
    public EmptyState(String sentence) {
        super(16);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var label = new Label(sentence);
        label.setWrapText(true);
        getChildren().add(label);
    }

    /** A sentence and a button that names what it does. */
    public EmptyState(String sentence, String action, Runnable onAction) {
        this(sentence);
        var button = new Button(action);
        button.setOnAction(event -> onAction.run());
        getChildren().add(button);
    }
}
