package inkbench.desktop.train;

import java.time.InstantSource;

import inkbench.app.Workbench;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Pulses;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.scene.Node;

/** What is the network learning, right now? */
public final class TrainPlace implements Place {
    /** Twenty updates a second look live and leave the processor to the trainer. */
    private static final int UPDATE_MILLIS = 50;

    private final TrainViewModel viewModel;
    private final Exports exports;
    private TrainView view;

    /** Makes the place; runs are started on the session's data. */
    public TrainPlace(Workbench workbench, Session session) {
        this(Engine.of(workbench), session, new Exports(workbench.files(), session));
    }

    TrainPlace(Engine engine, Session session, Exports exports) {
        this.exports = exports;
        viewModel = new TrainViewModel(engine, session, new Pulses(UPDATE_MILLIS)::run, InstantSource.system());
    }

    @Override
    public String id() {
        return "train";
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
            view = new TrainView(viewModel, exports);
        }
        return view;
    }
}
