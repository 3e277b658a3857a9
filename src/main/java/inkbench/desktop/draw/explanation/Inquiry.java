package inkbench.desktop.draw.explanation;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.ReadingNetwork;
import inkbench.desktop.draw.answer.Seen;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.model.Weights;
import inkbench.task.Job;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Asks one thing of what is drawn, whenever the pen rests and while somebody looks. At most one question is under way; that of an
 * older drawing is given up. Only for the FX thread.
 *
 * @param <T>
 *            what is found
 */
final class Inquiry<T> {
    private final PadViewModel pad;
    private final AnswerViewModel answer;
    private final Supplier<?> about;
    private final Asker<T> asker;
    private final Executor fxThread;
    private final Consumer<Throwable> failures;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<T> found = new ReadOnlyObjectWrapper<>();
    private Question underWay;
    private Question answered;
    private Job<T> job;

    /** Begins to find something out, without making the caller wait. */
    @FunctionalInterface
    interface Asker<T> {
        /** Asks a network. */
        Job<T> ask(ReadingNetwork network, Seen seen);
    }

    private record Question(Weights weights, byte[] pixels, Object about) {
        /** A run that trains brings new weights faster than questions are answered. */
        boolean likewise(Question other) {
            return other != null && Arrays.equals(pixels, other.pixels) && about.equals(other.about);
        }

        boolean same(Question other) {
            return likewise(other) && weights == other.weights;
        }
    }

    /**
     * An inquiry into what is read.
     *
     * @param about
     *            what else decides what is found; not null
     * @param failures
     *            hears why there is no answer
     */
    Inquiry(
            PadViewModel pad,
            AnswerViewModel answer,
            Supplier<?> about,
            Asker<T> asker,
            Executor fxThread,
            Consumer<Throwable> failures) {
        this.pad = pad;
        this.answer = answer;
        this.about = about;
        this.asker = asker;
        this.fxThread = fxThread;
        this.failures = failures;
        answer.seen().subscribe(now -> update());
        pad.writing().subscribe(now -> update());
        active.subscribe(now -> update());
    }

    /** Whether somebody looks. */
    BooleanProperty active() {
        return active;
    }

    /** What was found last; null while nothing is drawn. */
    ReadOnlyObjectProperty<T> found() {
        return found.getReadOnlyProperty();
    }

    /** Asks again if something else is to be asked. */
    void update() {
        var seen = answer.seen().get();
        var network = answer.network();
        if (seen == null || network.isEmpty()) {
            cancel();
            answered = null;
            found.set(null);
        } else if (!active.get() || pad.writing().get()) {
            cancel();
        } else {
            ask(network.get(), seen);
        }
    }

    private void ask(ReadingNetwork network, Seen seen) {
        var question = new Question(network.weights(), seen.pixels(), about.get());
        if (question.likewise(underWay)) {
            return;
        }
        cancel();
        if (question.same(answered)) {
            return;
        }
        underWay = question;
        var started = asker.ask(network, seen);
        job = started;
        started.result().whenComplete((result, failure) -> fxThread.execute(() -> {
            if (job != started) {
                return;
            }
            job = null;
            underWay = null;
            answered = question;
            if (failure == null) {
                found.set(result);
                update();
            } else {
                failures.accept(failure);
            }
        }));
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
            underWay = null;
        }
    }
}
