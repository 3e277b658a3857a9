package inkbench.architecture.violations.randomness.data;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

final class Shuffled {
    int draw(List<String> names, long seed) {
        Collections.shuffle(names, new Random(seed));
        return new SplittableRandom(seed).nextInt();
    }
}
