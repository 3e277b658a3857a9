package inkbench.desktop.shell;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The last failure in words; not there while there is none. */
final class ProblemBar extends HBox {
    ProblemBar(Session session) {
        super(8);
        var messages = Messages.of(ProblemBar.class);
        getStyleClass().add("problem-bar");
        setId("problem-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleRoleDescription(messages.get("problem.name"));
        var sentence = new Label();
        sentence.setId("problem-text");
        sentence.setWrapText(true);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var copy = new Button(messages.get("problem.copy"));
        copy.getStyleClass().addAll(Styles.SMALL);
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(event -> {
            var content = new ClipboardContent();
            content.putString(session.problemDetails());
            Clipboard.getSystemClipboard().setContent(content);
        });
        var close = new Button(null, new FontIcon("fth-x"));
        close.setId("problem-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setTooltip(new Tooltip(messages.get("problem.close")));
        close.setAccessibleText(messages.get("problem.close"));
        close.setOnAction(event -> session.problem().set(null));
        getChildren().addAll(new FontIcon("fth-alert-triangle"), sentence, copy, close);
        session.problem().subscribe(problem -> {
            sentence.setText(problem);
            setAccessibleText(problem);
            setVisible(problem != null);
            setManaged(problem != null);
        });
    }
}
