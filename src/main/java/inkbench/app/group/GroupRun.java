package inkbench.app.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import inkbench.model.Weights;
import inkbench.training.RunControls;
import inkbench.training.TrainingRun;
import inkbench.training.recipe.TrainingSettings;

/**
 * Runs of a group that are made one after the other, as one run. What is wanted of it is wanted of the run at hand, and of those to
 * come: a pause lasts across the end of a run, a stop or a cancel ends the group.
 */
public final class GroupRun implements RunControls {
    private enum Order {
        GO_ON, STOP, CANCEL
    }

    private final Grouping grouping;
    private final List<GroupMember> members;
    private final MemberStarter starter;
    private final MemberExaminer examiner;
    private final Consumer<GroupEvent> listener;
    private final CompletableFuture<GroupResult> result = new CompletableFuture<>();
    private TrainingRun current;
    private boolean paused;
    private Order order = Order.GO_ON;

    /** A group that does nothing before {@link #run}. */
    public GroupRun(
            Grouping grouping,
            TrainingSettings settings,
            MemberStarter starter,
            MemberExaminer examiner,
            Consumer<GroupEvent> listener) {
        this.grouping = grouping;
        this.starter = starter;
        this.examiner = examiner;
        this.listener = listener;
        members = grouping.members(settings);
    }

    /** The runs that it consists of, whether they have begun or not. */
    public List<GroupMember> members() {
        return members;
    }

    /** Makes all runs, waits for them on the caller's thread and completes {@link #result()}. */
    public void run() {
        var done = new ArrayList<MemberResult>();
        for (var member : members) {
            if (order() != Order.GO_ON) {
                break;
            }
            try {
                var left = start(member).result().join();
                done.add(new MemberResult(member, left, examiner.examine(member, left)));
                listener.accept(new GroupEvent.MemberDone(done.getLast()));
            } catch (CancellationException cancelled) {
                cancel();
            } catch (IOException | RuntimeException | Error failure) {
                var cause = failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
                listener.accept(new GroupEvent.Failed(member));
                result.completeExceptionally(cause);
                return;
            }
        }
        if (order() == Order.CANCEL) {
            listener.accept(new GroupEvent.Cancelled());
            result.cancel(false);
        } else {
            var outcome = new GroupResult(grouping, done);
            listener.accept(new GroupEvent.Finished(outcome));
            result.complete(outcome);
        }
    }

    /**
     * Whatever was asked for since the run before was over is asked of this one before its first batch; what is asked for on its
     * thread while it starts waits until it can be told.
     */
    private synchronized TrainingRun start(GroupMember member) throws IOException {
        current = starter.start(member, event -> listener.accept(new GroupEvent.FromMember(member, event)));
        if (paused) {
            current.pause();
        }
        switch (order) {
            case GO_ON -> {
                // As it is.
            }
            case STOP -> current.stop();
            case CANCEL -> current.cancel();
        }
        return current;
    }

    private synchronized Order order() {
        return order;
    }

    private void tell(Consumer<TrainingRun> wish) {
        if (current != null) {
            wish.accept(current);
        }
    }

    @Override
    public synchronized void pause() {
        paused = true;
        tell(TrainingRun::pause);
    }

    @Override
    public synchronized void resume() {
        paused = false;
        tell(TrainingRun::resume);
    }

    @Override
    public synchronized void resumeForBatch() {
        // Where it was the run's last, the next run has to wait.
        paused = true;
        tell(TrainingRun::resumeForBatch);
    }

    @Override
    public synchronized void resumeForEpoch() {
        paused = true;
        tell(TrainingRun::resumeForEpoch);
    }

    /** Of the run at hand alone: the next begins with the rate that was asked for at first. */
    @Override
    public synchronized void changeLearningRate(double rate) {
        tell(run -> run.changeLearningRate(rate));
    }

    @Override
    public synchronized void measureLayers() {
        tell(TrainingRun::measureLayers);
    }

    /** Ends the run at hand, which keeps what it has learned; those to come are not begun. */
    @Override
    public synchronized void stop() {
        if (order == Order.GO_ON) {
            order = Order.STOP;
        }
        tell(TrainingRun::stop);
    }

    @Override
    public synchronized void cancel() {
        order = Order.CANCEL;
        tell(TrainingRun::cancel);
    }

    @Override
    public synchronized Optional<Weights> latestWeights() {
        return Optional.ofNullable(current).flatMap(TrainingRun::latestWeights);
    }

    /** The run that is under way, or was last; nothing before the first. */
    public synchronized Optional<TrainingRun> current() {
        return Optional.ofNullable(current);
    }

    /** Completes when the group is over; exceptionally with the cause if one of its runs broke and left nothing. */
    public CompletableFuture<GroupResult> result() {
        return result;
    }
}
