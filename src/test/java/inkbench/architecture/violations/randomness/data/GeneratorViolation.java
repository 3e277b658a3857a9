package inkbench.architecture.violations.randomness.data;

import java.util.random.RandomGenerator;

final class GeneratorViolation {
    RandomGenerator random = RandomGenerator.getDefault();
}
