package inkbench.architecture.violations.randomness.data;

import java.util.Random;

final class UnseededViolation {
    Random random = new Random();
}
