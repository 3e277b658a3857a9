package inkbench.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AnglesTest {
    @Test
    void agreeWithTheLibraryToFourteenDigits() {
        for (int degrees = -180; degrees <= 180; degrees++) {
            double radians = StrictMath.toRadians(degrees);
            assertThat(Angles.sine(radians)).isCloseTo(StrictMath.sin(radians), within(1e-14));
            assertThat(Angles.cosine(radians)).isCloseTo(StrictMath.cos(radians), within(1e-14));
        }
    }
}
