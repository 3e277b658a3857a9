package inkbench.training;

/**
 * Speed over the last second or so, a mean of all batches in which those of a second ago count 1/e; and what it means for the
 * time that is left.
 */
final class Speedometer {
    private double samples;
    private double seconds;
    private double validationSeconds;

    /** Takes note of work that was done. */
    void add(int batchSamples, double batchSeconds) {
        double fading = Math.exp(-batchSeconds);
        samples = samples * fading + batchSamples;
        seconds = seconds * fading + batchSeconds;
    }

    /** Samples per second; 0 before anything was done. */
    double samplesPerSecond() {
        return seconds > 0 ? samples / seconds : 0;
    }

    /** Takes note of how long the last validation took. */
    void validated(double validationSeconds) {
        this.validationSeconds = validationSeconds;
    }

    /**
     * Estimate to the end of the run.
     *
     * @param leftInEpoch
     *            images still to be learned from in the epoch under way
     * @param epochsAfter
     *            epochs after that
     * @param trainingImages
     *            learned from in an epoch
     * @param validationImages
     *            measured after it
     */
    double remainingSeconds(int leftInEpoch, int epochsAfter, int trainingImages, int validationImages) {
        double samples = leftInEpoch + (double) epochsAfter * trainingImages;
        return samples / samplesPerSecond() + (epochsAfter + 1) * validationEstimate(validationImages);
    }

    private double validationEstimate(int images) {
        if (validationSeconds > 0) {
            return validationSeconds;
        }
        // Before the first: forward is about a third of a training step.
        return images / samplesPerSecond() / 3;
    }
}
