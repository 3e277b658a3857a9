package inkbench.desktop.common.neighbours;

import java.util.List;
import java.util.concurrent.Executor;

import inkbench.app.explaining.Explaining;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Session;
import inkbench.explain.NearestImages;
import inkbench.explain.NearestImages.Neighbour;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The training images that the network finds most alike. They have to be read once, which takes a while and is done when somebody
 * asks for it. Only for the FX thread.
 */
public final class NeighboursViewModel {
    /** So many are looked for. */
    public static final int COUNT = 8;

    private final Messages messages = Messages.of(NeighboursViewModel.class);
    private final Explaining explaining;
    private final Session session;
    private final Executor fxThread;
    private final ReadOnlyStringWrapper objection = new ReadOnlyStringWrapper();
    private final ReadOnlyObjectWrapper<NearestImages> index = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Job<NearestImages>> job = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<Neighbours> neighbours = new ReadOnlyObjectWrapper<>();
    private Dataset training;
    private Dataset images;
    private int place;
    private Job<List<Neighbour>> query;

    /**
     * Follows the model and the open set of a session.
     *
     * @param fxThread
     *            where results are handed back
     */
    public NeighboursViewModel(Explaining explaining, Session session, Executor fxThread) {
        this.explaining = explaining;
        this.session = session;
        this.fxThread = fxThread;
        session.model().subscribe(now -> {
            cancel();
            job.set(null);
            follow();
        });
        session.data().subscribe(now -> follow());
    }

    /** Why there is nothing to compare with, in a sentence; null if there is. */
    public ReadOnlyStringProperty objection() {
        return objection.getReadOnlyProperty();
    }

    /** The training images as the model read them; null until then. */
    public ReadOnlyObjectProperty<NearestImages> index() {
        return index.getReadOnlyProperty();
    }

    /** The reading of the training images under way, or null. */
    public ReadOnlyObjectProperty<Job<NearestImages>> job() {
        return job.getReadOnlyProperty();
    }

    /** How much of it is done, 0…1; negative without one. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Those nearest to the image that is looked at; null until they are found. */
    public ReadOnlyObjectProperty<Neighbours> neighbours() {
        return neighbours.getReadOnlyProperty();
    }

    /** How many training images there are. */
    public int trainingSize() {
        return training == null ? 0 : training.size();
    }

    /** Brings {@link #progress()} up to date. */
    public void poll() {
        progress.set(job.get() == null ? -1 : job.get().fraction());
    }

    /** Gives up reading the training images. */
    public void cancel() {
        if (job.get() != null) {
            job.get().cancel();
        }
    }

    /** Reads the training images in the background. */
    public void read() {
        if (objection.get() != null || job.get() != null) {
            return;
        }
        var started = explaining.index(session.model().get(), training);
        job.set(started);
        poll();
        session.watch(started, found -> {
            if (found.dataset() == training && found.weights() == session.model().get().weights()) {
                index.set(found);
                search();
            }
        }, () -> {
            if (job.get() == started) {
                job.set(null);
                poll();
            }
        });
    }

    /** Looks for those nearest to an image. */
    public void look(Dataset wanted, int at) {
        images = wanted;
        place = at;
        search();
    }

    /** Looks for nothing. */
    public void clear() {
        look(null, -1);
    }

    /** Labels may have been corrected, and nothing else: then what was read is still good. */
    private void follow() {
        var data = session.data().get();
        var model = session.model().get();
        var before = training;
        training = data == null ? null : usable(data);
        objection.set(training == null || model == null ? messages.get("nearest.noTraining") : null);
        if (training != before) {
            cancel();
            job.set(null);
        }
        var known = index.get();
        index.set(
                known == null || objection.get() != null || known.weights() != model.weights()
                        ? null
                        : known.on(training).orElse(null));
        search();
    }

    private static Dataset usable(PartedDataset data) {
        return data.part(Part.TRAIN).filter(part -> part.labelled() && part.size() > 0).orElse(null);
    }

    private void search() {
        if (query != null) {
            query.cancel();
            query = null;
        }
        neighbours.set(null);
        if (images == null || index.get() == null) {
            return;
        }
        var known = index.get();
        // An image that is a training image itself is no neighbour.
        boolean among = images.original() == known.dataset().original();
        int own = among ? images.sourceIndex(place) : -1;
        var started = explaining.nearest(known, session.model().get(), images.image(place), COUNT + 1);
        query = started;
        started.result().whenComplete((found, problem) -> fxThread.execute(() -> {
            if (query != started) {
                return;
            }
            query = null;
            if (problem != null) {
                session.report(problem);
                return;
            }
            var others = found.stream()
                    .filter(neighbour -> known.dataset().sourceIndex(neighbour.index()) != own)
                    .limit(COUNT)
                    .toList();
            neighbours.set(Neighbours.of(known.dataset(), others));
        }));
    }
}
