package inkbench.desktop.train;

import java.io.IOException;
import java.time.InstantSource;

import inkbench.app.Workbench;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Pulses;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.text.Messages;
import javafx.application.Platform;
import javafx.scene.Node;

/** What is the network learning, right now? */
public final class TrainPlace implements Place {
    /** Identity of the place. */
    static final String ID = "train";

    /** Curves that move five times a second look live; each time takes a processor from the trainer for milliseconds. */
    private static final int CURVES_MILLIS = 200;
    /** Nobody reads faster, and a new text makes its surroundings be laid out. A multiple, so as to share a pulse. */
    private static final int FIGURES_MILLIS = 2 * CURVES_MILLIS;

    private final TrainViewModel viewModel;
    private final Engine engine;
    private final Session session;
    private final Exports exports;
    private final SetChanges changes;
    private TrainView view;

    /** Makes the place; runs are started on the session's data. */
    public TrainPlace(Workbench workbench, Session session) {
        this(
                Engine.of(workbench),
                session,
                new Exports(workbench.files(), session),
                new SetChanges(workbench.adjustments(), session));
        workbench.runs().onFailure(sentence -> Platform.runLater(() -> session.report(new IOException(sentence))));
        new ResumeOffer(workbench.runs(), session, viewModel).begin();
    }

    TrainPlace(Engine engine, Session session, Exports exports, SetChanges changes) {
        this.engine = engine;
        this.session = session;
        this.exports = exports;
        this.changes = changes;
        viewModel = new TrainViewModel(engine, session, new Pulses(CURVES_MILLIS)::run,
                new Pulses(FIGURES_MILLIS)::run, InstantSource.system());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return Messages.of(TrainPlace.class).get("place.title");
    }

    @Override
    public String icon() {
        return "fth-activity";
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new TrainView(viewModel, exports, changes, engine, session);
        }
        return view;
    }
}
