package inkbench.training;

import java.util.OptionalDouble;

/**
 * What other threads want of a run, for the trainer's thread to ask between two batches. Whatever is asked for takes effect
 * after the batch at hand.
 */
final class RunControl {
    /** How a run is to go on. */
    enum Order {
        /** With the next batch. */
        GO_ON,
        /** Not at all; what was learned is kept. */
        STOP,
        /** Not at all; what was learned is dropped. */
        CANCEL
    }

    private Order order = Order.GO_ON;
    private boolean paused;
    private boolean pauseAfterBatch;
    private boolean pauseAfterEpoch;
    private OptionalDouble learningRate = OptionalDouble.empty();

    synchronized void pause() {
        paused = true;
        notifyAll();
    }

    synchronized void resume() {
        goOn(false, false);
    }

    /** Until the next batch is done. */
    synchronized void resumeForBatch() {
        goOn(true, false);
    }

    /** Until the epoch is done and validated. */
    synchronized void resumeForEpoch() {
        goOn(false, true);
    }

    private void goOn(boolean untilBatch, boolean untilEpoch) {
        paused = false;
        pauseAfterBatch = untilBatch;
        pauseAfterEpoch = untilEpoch;
        notifyAll();
    }

    synchronized void stop() {
        if (order == Order.GO_ON) {
            order = Order.STOP;
        }
        notifyAll();
    }

    synchronized void cancel() {
        order = Order.CANCEL;
        notifyAll();
    }

    synchronized void changeLearningRate(double rate) {
        learningRate = OptionalDouble.of(rate);
    }

    /** The learning rate that was asked for since the last call. */
    synchronized OptionalDouble takeLearningRate() {
        var taken = learningRate;
        learningRate = OptionalDouble.empty();
        return taken;
    }

    synchronized Order order() {
        return order;
    }

    /** Whether the run is to wait now. */
    synchronized boolean waits() {
        return paused && order == Order.GO_ON;
    }

    /** Waits until the run is to go on or to end. */
    synchronized void await() {
        boolean interrupted = false;
        while (waits()) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Runs are ended by being told to.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void batchDone() {
        paused |= pauseAfterBatch;
        pauseAfterBatch = false;
    }

    synchronized void epochDone() {
        paused |= pauseAfterEpoch;
        pauseAfterEpoch = false;
    }
}
