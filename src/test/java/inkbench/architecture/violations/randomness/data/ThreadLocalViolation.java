package inkbench.architecture.violations.randomness.data;

import java.util.concurrent.ThreadLocalRandom;

final class ThreadLocalViolation {
    int draw() {
        return ThreadLocalRandom.current().nextInt();
    }
}
