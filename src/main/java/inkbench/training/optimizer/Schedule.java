package inkbench.training.optimizer;

/**
 * How the learning rate changes in the course of a run: the rate in force is {@link Optimizer#learningRate()} times
 * {@link #factor}, which is never above 1. So the optimizer's rate is the highest of the run.
 *
 * <p>A schedule remembers nothing. Its constructors throw {@link IllegalArgumentException} for what is out of range.
 */
public sealed interface Schedule {
    /** What to multiply the optimizer's learning rate with at a moment of the run, in [0, 1]; the same bits everywhere. */
    double factor(Moment moment);

    /** The same rate from beginning to end. */
    record Constant() implements Schedule {
        @Override
        public double factor(Moment moment) {
            return 1;
        }
    }

    /**
     * Less after every so many epochs.
     *
     * @param reduction
     *            what the rate is multiplied with each time, in (0, 1]
     * @param epochs
     *            how many epochs it then stays, at least 1
     */
    record Step(double reduction, int epochs) implements Schedule {
        public Step {
            Limits.requireReduction("The reduction", reduction);
            Limits.requireAtLeastOne("The number of epochs between two steps", epochs);
        }

        @Override
        public double factor(Moment moment) {
            return StrictMath.pow(reduction, moment.wholeEpochs() / epochs);
        }
    }

    /**
     * A little less with every iteration.
     *
     * @param reduction
     *            what the rate is multiplied with in the course of one epoch, in (0, 1]
     */
    record Exponential(double reduction) implements Schedule {
        public Exponential {
            Limits.requireReduction("The reduction", reduction);
        }

        @Override
        public double factor(Moment moment) {
            return StrictMath.pow(reduction, moment.epochs());
        }
    }

    /**
     * Half a wave of a cosine down to the last iteration (Loshchilov &amp; Hutter, "SGDR", 2017, without restarts).
     *
     * @param finalFactor
     *            of the last iteration, in [0, 1)
     * @param warmUp
     *            share of the run, in [0, 1), in which the rate first grows evenly from near 0; 0 to begin at the top
     */
    record Cosine(double finalFactor, double warmUp) implements Schedule {
        public Cosine {
            Limits.requireFraction("The final factor", finalFactor);
            Limits.requireFraction("The share of the warm-up", warmUp);
        }

        /** Without warm-up. */
        public Cosine(double finalFactor) {
            this(finalFactor, 0);
        }

        @Override
        public double factor(Moment moment) {
            long top = moment.iterationAt(warmUp);
            return moment.iteration() <= top
                    ? (double) moment.iteration() / top
                    : swing(1, finalFactor, moment.shareOf(top, moment.iterations()));
        }
    }

    /**
     * Up and then down once, half a wave of a cosine each (Smith &amp; Topin, "Super-Convergence", 2018; as PyTorch's
     * {@code OneCycleLR}, but the momentum stays as it is).
     *
     * @param warmUp
     *            share of the run, in [0, 1), in which the rate grows; about 0.3
     * @param initialDivisor
     *            the first rate is the highest divided by this; at least 1, about 25
     * @param finalDivisor
     *            the last rate is the first divided by this; at least 1, about 10,000
     */
    record OneCycle(double warmUp, double initialDivisor, double finalDivisor) implements Schedule {
        public OneCycle {
            Limits.requireFraction("The share of the warm-up", warmUp);
            Limits.requireDivisor("The initial divisor", initialDivisor);
            Limits.requireDivisor("The final divisor", finalDivisor);
        }

        /** As PyTorch has it by default. */
        public OneCycle() {
            this(0.3, 25, 1e4);
        }

        @Override
        public double factor(Moment moment) {
            double first = 1 / initialDivisor;
            long top = moment.iterationAt(warmUp);
            return moment.iteration() <= top
                    ? swing(first, 1, moment.shareOf(1, top))
                    : swing(1, first / finalDivisor, moment.shareOf(top, moment.iterations()));
        }
    }

    /** Half a wave of a cosine from one value to another; by StrictMath, because Math's may differ between processors. */
    private static double swing(double from, double to, double share) {
        double left = (1 + StrictMath.cos(Math.PI * share)) / 2;
        return from * left + to * (1 - left);
    }

    /**
     * One iteration of a run that will have a known number of them.
     *
     * @param iteration
     *            from 1
     * @param iterationsPerEpoch
     *            at least 1
     * @param iterations
     *            in the whole run, at least 1
     */
    record Moment(long iteration, long iterationsPerEpoch, long iterations) {
        public Moment {
            Limits.requireAtLeastOne("The number of iterations in an epoch", iterationsPerEpoch);
            Limits.requireAtLeastOne("The number of iterations", iterations);
            Limits.require(
                    iteration >= 1 && iteration <= iterations,
                    "An iteration",
                    "lies in [1, " + iterations + "]",
                    iteration);
        }

        /** Epochs that are done. */
        private long wholeEpochs() {
            return (iteration - 1) / iterationsPerEpoch;
        }

        /** The same with the share of the epoch at hand. */
        private double epochs() {
            return (double) (iteration - 1) / iterationsPerEpoch;
        }

        /** The iteration that ends such a share of the run, the first at least. */
        private long iterationAt(double share) {
            return Math.max(1, Math.round(share * iterations));
        }

        /** How much of the way between two iterations is gone; all of it if there is none. */
        private double shareOf(long from, long to) {
            return from == to ? 1 : (double) (iteration - from) / (to - from);
        }
    }
}
