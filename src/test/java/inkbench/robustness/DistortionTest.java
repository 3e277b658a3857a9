package inkbench.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistortionTest {
    private static final int SIDE = 28;

    @ParameterizedTest
    @EnumSource
    void changesNotABitAtStrengthZero(Distortion distortion) {
        var random = new Random(1);
        for (int round = 0; round < 50; round++) {
            int width = 1 + random.nextInt(40);
            int height = 1 + random.nextInt(40);
            var picture = randomPicture(width * height, random);
            assertThat(distorted(distortion, picture, width, height, 0, random.nextLong())).isEqualTo(picture);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hardlyBeginsAtStrengthsNearZero(Distortion distortion) {
        var random = new Random(2);
        for (int round = 0; round < 50; round++) {
            var picture = randomPicture(12 * 17, random);
            assertThat(distorted(distortion, picture, 12, 17, 1e-6, random.nextLong())).isEqualTo(picture);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesFromZeroToItsLargestStrength(Distortion distortion) {
        assertThat(distortion.levels()).startsWith(0).isSorted().doesNotHaveDuplicates().endsWith(distortion.largest());
        assertThat(distorted(distortion, digit(), SIDE, SIDE, distortion.largest(), 3)).isNotEqualTo(digit());
    }

    @ParameterizedTest
    @EnumSource
    void givesTheSameBitsForTheSameSeed(Distortion distortion) {
        var one = distorted(distortion, digit(), SIDE, SIDE, distortion.largest() / 2, 5);
        assertThat(distorted(distortion, digit(), SIDE, SIDE, distortion.largest() / 2, 5)).isEqualTo(one);
    }

    /** Figures of other releases can be compared only while these stay. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            SHIFT,      70879b
            ROTATION,   55384ffe
            SCALE,      e1a5c513
            THICKENING, 97c8cbbd
            THINNING,   5c452151
            BLUR,       55124e6a
            COVER,      2e180afe
            NOISE,      cd549df5
            """)
    void givesTheBitsItAlwaysGave(Distortion distortion, String checksum) {
        var crc = new CRC32();
        for (double level : distortion.levels()) {
            crc.update(distorted(distortion, digit(), SIDE, SIDE, level, 7));
        }
        assertThat(Long.toHexString(crc.getValue())).isEqualTo(checksum);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHIFT", "ROTATION", "SCALE", "COVER", "NOISE"})
    void differsFromSeedToSeed(Distortion distortion) {
        var one = distorted(distortion, digit(), SIDE, SIDE, distortion.largest() / 2, 0);
        assertThat(new Random(4).longs(20)).anySatisfy(
                seed -> assertThat(distorted(distortion, digit(), SIDE, SIDE, distortion.largest() / 2, seed))
                        .isNotEqualTo(one));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 3, 5.25})
    void shiftsAsFarAsItIsAsked(double pixels) {
        var picture = new byte[SIDE * SIDE];
        picture[14 * SIDE + 14] = (byte) 255;
        for (long seed = 0; seed < 20; seed++) {
            var centre = centreOfInk(distorted(Distortion.SHIFT, picture, SIDE, SIDE, pixels, seed));
            assertThat(Math.hypot(centre[0] - 14, centre[1] - 14)).isEqualTo(pixels, within(0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 30, 60})
    void turnsAboutTheCentre(double degrees) {
        var picture = new byte[SIDE * SIDE];
        picture[14 * SIDE + 22] = (byte) 255;
        for (long seed = 0; seed < 20; seed++) {
            var centre = centreOfInk(distorted(Distortion.ROTATION, picture, SIDE, SIDE, degrees, seed));
            double before = Math.atan2(0.5, 8.5);
            double after = Math.atan2(centre[1] - 13.5, centre[0] - 13.5);
            assertThat(Math.hypot(centre[0] - 13.5, centre[1] - 13.5)).isEqualTo(Math.hypot(8.5, 0.5), within(0.1));
            assertThat(Math.abs(Math.toDegrees(after - before))).isEqualTo(degrees, within(1.0));
        }
    }

    @Test
    void makesLargerOrSmallerByTheSameFactor() {
        var factors = new Random(5).longs(20).mapToObj(seed -> {
            var before = spread(square(), SIDE);
            return Math
                    .round(100 * spread(distorted(Distortion.SCALE, square(), SIDE, SIDE, 0.6, seed), SIDE) / before);
        });
        assertThat(factors.distinct()).allSatisfy(
                percent -> assertThat(percent).satisfiesAnyOf(
                        larger -> assertThat(larger).isBetween(155L, 165L),
                        smaller -> assertThat(smaller).isBetween(58L, 67L)))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0.5,   0,   0,  22, 128
            1,     0,   0, 149, 255
            1.5,   0, 128, 255, 255
            2,    44, 255, 255, 255
            """)
    void thickensADotToADisc(double radius, int corner, int twoAway, int diagonal, int beside) {
        var dot = new byte[7 * 7];
        dot[3 * 7 + 3] = (byte) 255;
        var thick = distorted(Distortion.THICKENING, dot, 7, 7, radius, 0);
        assertThat(thick[3 * 7 + 3] & 255).isEqualTo(255);
        assertThat(thick[3 * 7 + 4] & 255).isEqualTo(beside);
        assertThat(thick[2 * 7 + 4] & 255).isEqualTo(diagonal);
        assertThat(thick[3 * 7 + 1] & 255).isEqualTo(twoAway);
        assertThat(thick[7 + 1] & 255).isEqualTo(corner);
    }

    @Test
    void thinsInkAsItThickensPaper() {
        var random = new Random(6);
        for (double pixels : Distortion.THINNING.levels()) {
            var picture = randomPicture(15 * 9, random);
            var thin = distorted(Distortion.THINNING, picture, 15, 9, pixels, 0);
            var thickPaper = distorted(Distortion.THICKENING, negative(picture), 15, 9, pixels, 0);
            assertThat(thin).isEqualTo(negative(thickPaper));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 1.5, 2})
    void blursADotToANormalDensity(double sigma) {
        int side = 41;
        var dots = new byte[side * side];
        for (int i = 0; i < dots.length; i++) {
            dots[i] = (byte) (i % side == 20 ? 255 : 0);
        }
        var blurred = distorted(Distortion.BLUR, dots, side, side, sigma, 0);
        double sum = 0;
        double squares = 0;
        for (int x = 0; x < side; x++) {
            int ink = blurred[20 * side + x] & 255;
            sum += ink;
            squares += ink * (x - 20.0) * (x - 20);
        }
        assertThat(sum).isEqualTo(255, within(4.0));
        assertThat(Math.sqrt(squares / sum)).isEqualTo(sigma, within(0.06 * sigma + 0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.6})
    void coversASquareOfTheShareItIsAsked(double share) {
        var full = negative(new byte[20 * 30]);
        for (long seed = 0; seed < 20; seed++) {
            double covered = 0;
            for (byte grey : distorted(Distortion.COVER, full, 20, 30, share, seed)) {
                covered += 1 - (grey & 255) / 255.0;
            }
            assertThat(covered).isEqualTo(share * 20 * share * 20, within(0.3));
        }
    }

    @Test
    void addsNoiseOfTheDeviationItIsAsked() {
        var grey = new byte[100 * 100];
        Arrays.fill(grey, (byte) 127);
        var noisy = distorted(Distortion.NOISE, grey, 100, 100, 0.1, 9);
        double sum = 0;
        double squares = 0;
        for (byte value : noisy) {
            double difference = (value & 255) - 127;
            sum += difference;
            squares += difference * difference;
        }
        assertThat(sum / noisy.length).isEqualTo(0, within(0.8));
        assertThat(Math.sqrt(squares / noisy.length)).isEqualTo(25.5, within(0.6));
    }

    @Test
    void getsWorseAndNotDifferentAsTheStrengthGrows() {
        var picture = new byte[SIDE * SIDE];
        picture[14 * SIDE + 14] = (byte) 255;
        var near = centreOfInk(distorted(Distortion.SHIFT, picture, SIDE, SIDE, 2, 11));
        var far = centreOfInk(distorted(Distortion.SHIFT, picture, SIDE, SIDE, 4, 11));
        assertThat(far[0] - 14).isEqualTo(2 * (near[0] - 14), within(0.02));
        assertThat(far[1] - 14).isEqualTo(2 * (near[1] - 14), within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 8.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesOtherStrengths(double strength) {
        assertThatThrownBy(() -> distorted(Distortion.SHIFT, digit(), SIDE, SIDE, strength, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 to 8");
    }

    @Test
    void refusesPicturesOfOtherSizesAndItsOwnPlace() {
        var picture = digit();
        assertThatThrownBy(() -> Distortion.BLUR.apply(picture, 28, 27, 1, 0, new byte[784]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Distortion.BLUR.apply(picture, 28, 28, 1, 0, new byte[783]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Distortion.BLUR.apply(picture, 28, 28, 1, 0, picture))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatItIsAndHowStrong(Distortion distortion) {
        assertThat(Distortion.of(distortion.key())).contains(distortion);
        assertThat(distortion.title()).isNotBlank();
        assertThat(distortion.unit()).isNotBlank().doesNotContain("''");
        assertThat(distortion.describe(distortion.largest())).containsPattern("[1-9]");
        assertThat(Distortion.of("nonsense")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            SHIFT,   4,    4
            BLUR,    1.5,  1.5
            SCALE,   0.3,  30
            COVER,   0.5,  50
            NOISE,   0.15, 15
            """)
    void showsSharesInPercent(Distortion distortion, double strength, double shown) {
        assertThat(distortion.shown(strength)).isEqualTo(shown);
    }

    private static byte[] distorted(
            Distortion distortion,
            byte[] picture,
            int width,
            int height,
            double strength,
            long seed) {
        var target = new byte[picture.length];
        distortion.apply(picture, width, height, strength, seed, target);
        return target;
    }

    private static byte[] randomPicture(int pixels, Random random) {
        var picture = new byte[pixels];
        random.nextBytes(picture);
        return picture;
    }

    /** A slanted 7, three pixels wide. */
    private static byte[] digit() {
        var picture = new byte[SIDE * SIDE];
        for (int i = 0; i < 16; i++) {
            for (int wide = 0; wide < 3; wide++) {
                picture[(6 + wide) * SIDE + 6 + i] = (byte) 255;
                picture[(6 + i) * SIDE + 20 - i / 2 + wide] = (byte) (wide == 1 ? 255 : 130);
            }
        }
        return picture;
    }

    private static byte[] square() {
        var picture = new byte[SIDE * SIDE];
        for (int y = 9; y < 19; y++) {
            for (int x = 9; x < 19; x++) {
                picture[y * SIDE + x] = (byte) 255;
            }
        }
        return picture;
    }

    private static byte[] negative(byte[] picture) {
        var negative = picture.clone();
        for (int i = 0; i < negative.length; i++) {
            negative[i] = (byte) ~negative[i];
        }
        return negative;
    }

    private static double[] centreOfInk(byte[] picture) {
        double ink = 0;
        double right = 0;
        double down = 0;
        for (int i = 0; i < picture.length; i++) {
            int grey = picture[i] & 255;
            ink += grey;
            right += grey * (i % SIDE);
            down += grey * (i / SIDE);
        }
        return new double[]{right / ink, down / ink};
    }

    /** Standard deviation of the ink's columns. */
    private static double spread(byte[] picture, int width) {
        double centre = centreOfInk(picture)[0];
        double ink = 0;
        double squares = 0;
        for (int i = 0; i < picture.length; i++) {
            int grey = picture[i] & 255;
            ink += grey;
            squares += grey * Math.pow(i % width - centre, 2);
        }
        return Math.sqrt(squares / ink);
    }
}
