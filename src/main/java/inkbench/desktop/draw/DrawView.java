package inkbench.desktop.draw;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.draw.answer.AnswerCard;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.Sweep;
import inkbench.desktop.draw.explanation.ExplanationPane;
import inkbench.desktop.draw.explanation.ExplanationViewModel;
import inkbench.desktop.draw.handles.HandlesPane;
import inkbench.desktop.draw.handles.HandlesViewModel;
import inkbench.desktop.draw.handwriting.HandwritingPane;
import inkbench.desktop.draw.handwriting.HandwritingViewModel;
import inkbench.desktop.draw.models.ModelsPane;
import inkbench.desktop.draw.models.ModelsViewModel;
import inkbench.desktop.draw.number.NumberBoxes;
import inkbench.desktop.draw.number.NumberPane;
import inkbench.desktop.draw.number.NumberViewModel;
import inkbench.desktop.draw.pad.PadCard;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.desktop.draw.replay.ReplayPane;
import inkbench.desktop.draw.replay.ReplayViewModel;
import inkbench.desktop.draw.strip.StripPane;
import inkbench.desktop.draw.strip.StripViewModel;
import inkbench.desktop.draw.tuning.TuningPane;
import inkbench.desktop.draw.tuning.TuningViewModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The canvas, as large as can be; beside it the answer with its probabilities, and panels that say more about it. */
final class DrawView extends HBox {
    private static final double SIDE_WIDTH = 400;

    private final DrawServices services;
    private final Session session;
    private final Executor fxThread;
    private final HandwritingViewModel handwriting;
    private final NumberViewModel number;

    DrawView(
            PadViewModel pad,
            AnswerViewModel answer,
            DrawServices services,
            Session session,
            Theme theme,
            Executor fxThread) {
        super(16);
        this.services = services;
        this.session = session;
        this.fxThread = fxThread;
        getStyleClass().add("place");
        setId("place-draw");
        var left = new PadCard(pad, services.files(), session);
        HBox.setHgrow(left, Priority.ALWAYS);
        var strip = new StripViewModel(pad, answer, services.steps(), sweep(), fxThread);
        var models = new ModelsViewModel(answer, services.models(), session, sweep());
        var replay = new ReplayViewModel(pad, answer, sweep());
        var handles = new HandlesViewModel(pad, answer, sweep(), sweep());
        var why = new ExplanationViewModel(pad, answer, services.explaining(), session, fxThread);
        handwriting = new HandwritingViewModel(pad, answer, services.digits(), session, Clock.systemUTC());
        number = new NumberViewModel(pad, answer, services.numbers(), session, fxThread);
        left.lay(new NumberBoxes(number, left.pad()));
        var panels = new PanelCard(
                List.of(
                        new Panel("strip", new StripPane(strip), false, strip.active()),
                        new Panel(
                                "why",
                                new ExplanationPane(why, new Exports(services.exports(), session), theme),
                                false,
                                why.active()),
                        new Panel("models", new ModelsPane(models, theme), false, models.active()),
                        new Panel("replay", new ReplayPane(replay, theme), false, replay.active()),
                        new Panel("handles", new HandlesPane(handles, theme), false, handles.active()),
                        new Panel(
                                "number",
                                new NumberPane(number, theme, left::focusPad),
                                false,
                                number.active()),
                        new Panel(
                                "handwriting",
                                new HandwritingPane(
                                        handwriting,
                                        new TuningPane(
                                                new TuningViewModel(handwriting.digits(), services.tuner(), session)),
                                        left::focusPad),
                                true,
                                handwriting.active())));
        VBox.setVgrow(panels, Priority.ALWAYS);
        var card = new AnswerCard(answer, handwriting.note(), theme);
        // One answer for all digits would be none.
        card.visibleProperty().bind(number.active().not());
        card.managedProperty().bind(card.visibleProperty());
        var right = new VBox(16, card, panels);
        right.setMinWidth(SIDE_WIDTH);
        right.setPrefWidth(SIDE_WIDTH);
        right.setMaxWidth(SIDE_WIDTH);
        getChildren().addAll(left, right);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, left::key);
    }

    private void key(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (plain && event.getCode().isDigitKey()) {
            var name = event.getCode().getName();
            int digit = name.charAt(name.length() - 1) - '0';
            if (number.active().get()) {
                number.correct(digit);
            } else {
                handwriting.teach(digit);
            }
        } else if (plain && event.getCode() == KeyCode.ENTER) {
            handwriting.next();
        } else {
            return;
        }
        event.consume();
    }

    private Sweep sweep() {
        return new Sweep(services.reader(), fxThread, session::report);
    }
}
