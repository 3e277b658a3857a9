package inkbench.training;

/** Speed over the last second or so: a mean of all batches in which those of a second ago count 1/e. */
final class Speedometer {
    private double samples;
    private double seconds;

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
}
