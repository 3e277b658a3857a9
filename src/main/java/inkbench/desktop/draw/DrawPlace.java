package inkbench.desktop.draw;

import inkbench.app.Workbench;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
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

    private final DrawViewModel viewModel;
    private final Theme theme;
    private final Timeline refresh;
    private DrawView view;

    /** Makes the place; the session's model reads, or its live run. */
    public DrawPlace(Workbench workbench, Session session, Theme theme) {
        this(
                (architecture, weights, drawing) -> workbench.reading().read(architecture, weights, drawing),
                session,
                theme);
    }

    DrawPlace(Reader reader, Session session, Theme theme) {
        this.theme = theme;
        viewModel = new DrawViewModel(reader, session, Platform::runLater);
        refresh = new Timeline(new KeyFrame(REFRESH, event -> {
            if (session.liveRun().get() != null) {
                viewModel.refresh();
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
            view = new DrawView(viewModel, theme);
        }
        return view;
    }

    @Override
    public void shown() {
        viewModel.refresh();
        refresh.play();
    }

    @Override
    public void hidden() {
        refresh.stop();
    }
}
