package inkbench.architecture.violations.randomness.data;

import java.util.SplittableRandom;

final class SplittableViolation {
    SplittableRandom random = new SplittableRandom();
}
