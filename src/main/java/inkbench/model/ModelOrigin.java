package inkbench.model;

import java.util.Locale;

/**
 * How a model came to be: enough to tell two files apart and to train it again.
 *
 * @param dataName
 *            what it was trained on
 * @param dataSha256
 *            content hash of the training part
 * @param optimizer
 *            the optimizer with its settings, and whatever else decided how it learned, readable
 * @param validationFraction
 *            share of the training part that was kept for validation
 * @param testAccuracy
 *            on the test part of the same data, 0…1, or NaN where it was not measured
 * @param seconds
 *            time spent training
 * @param software
 *            versions and machine, readable
 * @param reproducibility
 *            under which conditions the same can be had again
 */
public record ModelOrigin(
        String dataName,
        String dataSha256,
        String optimizer,
        int epochs,
        int batchSize,
        long seed,
        double validationFraction,
        double testAccuracy,
        double seconds,
        String software,
        Reproducibility reproducibility) {
    /** The same of probabilities that were calibrated with a temperature. */
    public ModelOrigin withTemperature(double temperature) {
        return new ModelOrigin(
                dataName,
                dataSha256,
                String.format(Locale.ROOT, "%s, calibrated with temperature %.4f", optimizer, temperature),
                epochs,
                batchSize,
                seed,
                validationFraction,
                testAccuracy,
                seconds,
                software,
                reproducibility);
    }

    /** The same, with what was measured on the test part. */
    public ModelOrigin withTestAccuracy(double measured) {
        return new ModelOrigin(
                dataName,
                dataSha256,
                optimizer,
                epochs,
                batchSize,
                seed,
                validationFraction,
                measured,
                seconds,
                software,
                reproducibility);
    }
}
