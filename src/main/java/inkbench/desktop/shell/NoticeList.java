package inkbench.desktop.shell;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Notice;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the user is told that is no failure, a bar for each; takes no room while there is nothing. */
final class NoticeList extends VBox {
    private final Messages messages = Messages.of(NoticeList.class);
    private final Session session;

    NoticeList(Session session) {
        this.session = session;
        setId("notices");
        session.notices().subscribe(this::show);
        show();
    }

    private void show() {
        getChildren().setAll(session.notices().stream().map(this::bar).toList());
    }

    private Node bar(Notice notice) {
        var bar = new HBox(8);
        bar.setId("notice-" + notice.id());
        bar.getStyleClass().add("offer-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.setAccessibleText(notice.text());
        var text = new Label(notice.text());
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        // Otherwise a bar that is too narrow for its lines would show the beginning of them.
        text.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        bar.getChildren().addAll(new FontIcon("fth-info"), text);
        for (var action : notice.actions()) {
            bar.getChildren().add(button(notice, action));
        }
        bar.getChildren().add(icon("fth-copy", messages.get("notice.copy"), () -> copy(notice)));
        var close = icon("fth-x", messages.get("notice.close"), () -> close(notice));
        close.setId("notice-close-" + notice.id());
        bar.getChildren().add(close);
        return bar;
    }

    private Button button(Notice notice, Notice.Action action) {
        var button = new Button(action.name());
        button.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            session.notices().remove(notice);
            action.run().run();
        });
        return button;
    }

    private static Button icon(String literal, String hint, Runnable onAction) {
        var button = new Button(null, new FontIcon(literal));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setTooltip(new Tooltip(hint));
        button.setAccessibleText(hint);
        button.setOnAction(event -> onAction.run());
        return button;
    }

    private void close(Notice notice) {
        session.notices().remove(notice);
        notice.onClose().run();
    }

    private static void copy(Notice notice) {
        var content = new ClipboardContent();
        content.putString(notice.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
