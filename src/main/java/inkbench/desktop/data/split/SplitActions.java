package inkbench.desktop.data.split;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.app.DataSplits;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How the open set was cut, a button to cut it otherwise, and one to go back to its own parts. */
public final class SplitActions extends HBox {
    /** Cuts the open set. */
    public static final KeyCombination KEYS = KeyCombination.valueOf("Shortcut+Shift+D");

    private final Messages messages = Messages.of(SplitActions.class);
    private final DataSplits splits;
    private final Session session;
    private final ImagesViewModel images;
    private final Exports exports;
    private final OpenSplit open;
    private final Label described = new Label();
    private final Label caption = new Label(messages.get("described.caption"));
    private final Tooltip hint = new Tooltip();
    private final VBox text = new VBox(described, caption);
    private final Button undo = new Button(null, new FontIcon("fth-rotate-ccw"));
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper();
    private SplitDialog dialog;

    /** Buttons for the open set. */
    public SplitActions(DataSplits splits, Session session, ImagesViewModel images, Exports exports) {
        super(8);
        this.splits = splits;
        this.session = session;
        this.images = images;
        this.exports = exports;
        open = new OpenSplit(session);
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        described.setId("split-described");
        caption.getStyleClass().add("caption");
        text.setAlignment(Pos.BOTTOM_LEFT);
        Tooltip.install(text, hint);
        undo.setId("split-undo");
        undo.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON, Styles.FLAT);
        undo.setAccessibleText(messages.get("undo"));
        undo.setOnAction(event -> open.undo());
        Hints.on(undo, messages.get("undo.hint"));
        var split = new Button(messages.get("split"), new FontIcon("fth-scissors"));
        split.setId("split");
        split.getStyleClass().add(Styles.SMALL);
        split.setOnAction(event -> ask());
        getChildren().addAll(text, undo, Hints.always(split, whyNot));
        session.data().subscribe(set -> {
            split.setDisable(!possible());
            whyNot.set(messages.get(possible() ? "split.hint" : "split.impossible", KEYS.getDisplayText()));
            if (dialog != null && !dialog.isOf(open.own())) {
                dialog.leave();
            }
        });
        open.cut().subscribe(cut -> {
            var words = open.describe();
            described.setText(words);
            hint.setText(words);
            for (var node : List.of(text, undo)) {
                node.setVisible(cut != null);
                node.setManaged(cut != null);
            }
        });
    }

    /** Asks how to cut the open set; does nothing where it can't be cut. */
    public void ask() {
        if (possible()) {
            dialog = new SplitDialog(new SplitViewModel(splits, session, images, open), exports,
                    getScene().getWindow());
            dialog.show();
        }
    }

    private boolean possible() {
        return open.own() != null && !splits.sources(open.own()).isEmpty();
    }
}
