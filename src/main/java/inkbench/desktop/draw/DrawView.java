package inkbench.desktop.draw;

import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.draw.answer.AnswerCard;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.Seen;
import inkbench.desktop.draw.pad.PadCard;
import inkbench.desktop.draw.pad.PadFiles;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Rasterizer;
import inkbench.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The canvas, as large as can be; beside it the answer, its probabilities, and what the network sees. */
final class DrawView extends HBox {
    private static final double SIDE_WIDTH = 320;
    private static final double SEEN_EDGE = 196;

    private final Messages messages = Messages.of(DrawView.class);
    private final DigitImage seen = new DigitImage(SEEN_EDGE);

    DrawView(PadViewModel pad, AnswerViewModel answer, PadFiles files, Session session, Theme theme) {
        super(16);
        getStyleClass().add("place");
        setId("place-draw");
        var left = new PadCard(pad, files, session);
        HBox.setHgrow(left, Priority.ALWAYS);
        var answerCard = new AnswerCard(answer, theme);
        VBox.setVgrow(answerCard, Priority.SOMETIMES);
        var right = new VBox(16, answerCard, seenCard());
        right.setMinWidth(SIDE_WIDTH);
        right.setPrefWidth(SIDE_WIDTH);
        right.setMaxWidth(SIDE_WIDTH);
        getChildren().addAll(left, right);
        addEventHandler(KeyEvent.KEY_PRESSED, left::key);
        answer.seen().subscribe(this::show);
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

    private void show(Seen shown) {
        var pixels = shown == null ? new byte[Rasterizer.SIZE * Rasterizer.SIZE] : shown.pixels();
        seen.showInk(pixels, Rasterizer.SIZE, Rasterizer.SIZE);
        seen.setAccessibleText(messages.get(shown == null ? "seen.none" : "seen.name"));
    }
}
