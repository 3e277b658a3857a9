package inkbench.desktop.common;

import inkbench.data.PartedDataset;
import inkbench.training.TrainingRun;

/** A run that is under way, on which data, called what. */
public record LiveRun(String name, PartedDataset data, TrainingRun run) {}
