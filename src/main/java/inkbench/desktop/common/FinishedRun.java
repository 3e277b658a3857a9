package inkbench.desktop.common;

import java.time.Instant;

import inkbench.model.Model;
import inkbench.training.event.TrainingResult;

/**
 * A run that is over.
 *
 * @param testAccuracy
 *            on the test part of its data, or NaN
 */
public record FinishedRun(String name, String dataName, Instant finishedAt, TrainingResult result, Model model,
        double testAccuracy) {}
