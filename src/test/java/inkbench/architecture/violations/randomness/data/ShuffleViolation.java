package inkbench.architecture.violations.randomness.data;

import java.util.Collections;
import java.util.List;

final class ShuffleViolation {
    void mix(List<String> names) {
        Collections.shuffle(names);
    }
}
