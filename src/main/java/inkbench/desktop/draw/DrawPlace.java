package inkbench.desktop.draw;

import inkbench.app.Workbench;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.text.Messages;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/** Does it read my hand? */
public final class DrawPlace implements Place {
    /** How often a run's newest weights read the drawing anew. */
    private static final Duration REFRESH = Duration.millis(200);

    private final PadViewModel pad = new PadViewModel();
    private final AnswerViewModel answer;
    private final DrawServices services;
    private final Session session;
    private final Theme theme;
    private final Timeline refresh;
    private DrawView view;

    /** Makes the place; the session's model reads, or its live run. */
    public DrawPlace(Workbench workbench, Session session, Theme theme) {
        this(DrawServices.of(workbench), session, theme);
    }

    DrawPlace(DrawServices services, Session session, Theme theme) {
        this.services = services;
        this.session = session;
        this.theme = theme;
        answer = new AnswerViewModel(pad, services.reader(), services.pictures(), session, Platform::runLater);
        refresh = new Timeline(new KeyFrame(REFRESH, event -> {
            if (session.liveRun().get() != null) {
                answer.refresh();
            }
        }));
        refresh.setCycleCount(Animation.INDEFINITE);
    }

    @Override
    public String id() {
        return "draw";
    }

    @Override
    public String title() {
        return Messages.of(DrawPlace.class).get("place.title");
    }

    @Override
    public String icon() {
        return "fth-edit-3";
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new DrawView(pad, answer, services, session, theme, Platform::runLater);
        }
        return view;
    }

    @Override
    public void shown() {
        answer.refresh();
        refresh.play();
    }

    @Override
    public void hidden() {
        refresh.stop();
    }
}
