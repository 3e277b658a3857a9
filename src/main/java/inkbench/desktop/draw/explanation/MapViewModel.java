package inkbench.desktop.draw.explanation;

import java.util.concurrent.Executor;
import java.util.stream.Stream;

import inkbench.app.explaining.Explaining;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.desktop.common.Session;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.Seen;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.explain.FeaturePlane;
import inkbench.explain.FeaturePlane.Place;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The place of the drawing on a plane of the open set's images. Those are read once for each model, as soon as somebody looks.
 * Only for the FX thread.
 */
final class MapViewModel {
    private final Messages messages = Messages.of(MapViewModel.class);
    private final AnswerViewModel answer;
    private final Explaining explaining;
    private final Session session;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<FeaturePlane> plane = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final Inquiry<Place> place;
    private Dataset images;
    private Job<FeaturePlane> job;

    MapViewModel(
            PadViewModel pad,
            AnswerViewModel answer,
            Explaining explaining,
            Session session,
            Executor fxThread) {
        this.answer = answer;
        this.explaining = explaining;
        this.session = session;
        place = new Inquiry<>(
                pad,
                answer,
                () -> plane.get() == null ? "" : plane.get(),
                (network, seen) -> explaining
                        .place(plane.get(), network.architecture(), network.weights(), seen.pixels()),
                fxThread,
                session::report);
        active.subscribe(now -> follow());
        session.model().subscribe(now -> follow());
        session.data().subscribe(now -> follow());
        session.liveRun().subscribe(now -> follow());
    }

    /** Whether somebody looks. */
    BooleanProperty active() {
        return active;
    }

    /** The images and their places; null while they aren't known. */
    ReadOnlyObjectProperty<FeaturePlane> plane() {
        return plane.getReadOnlyProperty();
    }

    /** The place of the drawing; null while nothing is drawn. */
    ReadOnlyObjectProperty<Place> place() {
        return place.found();
    }

    /** What was read last; null while nothing is drawn. */
    ReadOnlyObjectProperty<Seen> seen() {
        return answer.seen();
    }

    /** Why there is no map, in a sentence; empty where there is one. */
    ReadOnlyStringProperty remark() {
        return remark.getReadOnlyProperty();
    }

    private void follow() {
        var model = session.model().get();
        var wanted = wanted();
        if (wanted != images || model == null || plane.get() != null && plane.get().weights() != model.weights()) {
            place.active().set(false);
            plane.set(null);
            if (job != null) {
                job.cancel();
                job = null;
            }
            images = wanted;
        }
        boolean live = session.liveRun().get() != null;
        if (live) {
            remark.set(messages.get("map.live"));
        } else if (images == null || model == null) {
            remark.set(messages.get("map.noImages"));
        } else if (plane.get() == null) {
            remark.set(messages.get("map.reading", images.name()));
            read();
        } else {
            remark.set("");
        }
        place.active().set(active.get() && plane.get() != null && !live);
    }

    private Dataset wanted() {
        var data = session.data().get();
        return data == null
                ? null
                : Stream.of(Part.TEST, Part.HOLDOUT, Part.TRAIN)
                        .flatMap(part -> data.part(part).stream())
                        .filter(part -> part.labelled() && part.size() > 0)
                        .findFirst()
                        .orElse(null);
    }

    private void read() {
        if (!active.get() || job != null) {
            return;
        }
        var started = explaining.plane(session.model().get(), images);
        job = started;
        session.watch(started, found -> {
            if (job == started) {
                job = null;
                plane.set(found);
                follow();
            }
        }, () -> {}, failure -> {
            if (job == started) {
                session.describe(failure).ifPresent(remark::set);
            }
            return true;
        });
    }
}
