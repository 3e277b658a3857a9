package inkbench.desktop;

/**
 * One run, measured.
 *
 * @param samplesPerSecond
 *            images learned from in a second by the clock, from the end of one batch to the end of another
 * @param learningSamplesPerSecond
 *            the same by the trainer's own count, over the whole run, without what happens between batches
 */
record Measured(double samplesPerSecond, double learningSamplesPerSecond, ProcessorTime processor) {
    @Override
    public String toString() {
        return String.format("%,.0f images/s", samplesPerSecond);
    }
}
