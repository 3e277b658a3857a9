package inkbench.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.ThreadMXBean;

class AugmenterTest {
    private static final int SIDE = 28;

    @Test
    void leavesEveryGreyValueAsItIsWithoutAugmentation() {
        var source = new byte[16 * 16];
        for (int i = 0; i < source.length; i++) {
            source[i] = (byte) i;
        }
        var greys = new float[source.length];
        var bytes = new byte[source.length];

        var augmenter = new Augmenter(Augmentation.NONE, 16, 16);
        augmenter.apply(source, 1, greys);
        augmenter.apply(source, 1, bytes);

        for (int i = 0; i < greys.length; i++) {
            assertThat(greys[i]).isEqualTo(i / 255f);
        }
        assertThat(bytes).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"28, 28", "1, 1", "1, 9", "9, 1", "17, 31", "64, 48"})
    void leavesPicturesOfAnySizeAsTheyAreWhenNothingMoves(int height, int width) {
        var source = noise(height, width, 3);

        var result = new Augmenter(Augmentation.DIGITS, height, width);
        var greys = new float[source.length];
        result.apply(source, new Distortion(), greys);

        assertThat(bytes(greys)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource({"28, 28", "1, 1", "1, 9", "9, 1", "17, 31", "200, 3"})
    void keepsValuesBetweenBlackAndWhiteInPicturesOfAnySize(int height, int width) {
        var white = new byte[height * width];
        Arrays.fill(white, (byte) 255);
        var augmenter = new Augmenter(new Augmentation(180, 5, 5, 0.5, 1, 3, 2, 1), height, width);
        var greys = new float[white.length];

        for (var source : new byte[][]{white, noise(height, width, 5)}) {
            for (int seed = 0; seed < 300; seed++) {
                augmenter.apply(source, seed, greys);
                for (float grey : greys) {
                    assertThat(grey).isBetween(0f, 1f);
                }
            }
        }
    }

    @Test
    void staysWithinTheLargestPictureAtTheLargestLimits() {
        var white = new byte[1024 * 1024];
        Arrays.fill(white, (byte) 255);
        var augmenter = new Augmenter(Augmentation.NONE, 1024, 1024);
        var greys = new float[white.length];
        var distortion = new Distortion();
        distortion.angle = StrictMath.toRadians(180);
        distortion.scale = 0.5;
        distortion.shear = 1;
        distortion.shiftY = 100;

        augmenter.apply(white, distortion, greys);

        // Half the size in both directions: a quarter of the ink, of which nothing leaves the picture.
        assertThat(ink(greys)).isCloseTo(1024 * 1024 / 4.0, within(2000.0));
    }

    @Test
    void givesTheSameBitsForTheSameSeedInAnyThreadAfterAnyOtherSample() {
        var source = digit();
        var alone = new float[source.length];
        new Augmenter(Augmentation.DIGITS, SIDE, SIDE).apply(source, 42, alone);

        var others = ForkJoinPool.commonPool().submit(() -> IntStream.range(0, 8).parallel().mapToObj(worker -> {
            var augmenter = new Augmenter(Augmentation.DIGITS, SIDE, SIDE);
            var greys = new float[source.length];
            augmenter.apply(noise(SIDE, SIDE, worker), worker, greys);
            augmenter.apply(source, 42, greys);
            return greys;
        }).toList()).join();

        assertThat(others).hasSize(8).allSatisfy(greys -> assertThat(greys).isEqualTo(alone));
    }

    /** Values of this version: a run with augmentation can only be repeated while they stay. */
    @Test
    void givesTheSameBitsOnEveryMachine() {
        var augmenter = new Augmenter(Augmentation.DIGITS, SIDE, SIDE);
        var greys = new float[SIDE * SIDE];

        int[] hashes = LongStream.of(0, 1, -1, 123_456_789_012_345L).mapToInt(seed -> {
            augmenter.apply(digit(), seed, greys);
            return Arrays.hashCode(greys);
        }).toArray();

        assertThat(hashes).containsExactly(1508886526, -1605491529, -698258736, 58107050);
    }

    @ParameterizedTest
    @MethodSource("inkbench.training.augmentation.AugmentationTest#eachKindAlone")
    void givesAnotherVersionForAlmostEverySeed(Augmentation kind) {
        var augmenter = new Augmenter(kind, SIDE, SIDE);
        var greys = new float[SIDE * SIDE];
        var versions = new HashSet<Integer>();

        for (int seed = 0; seed < 50; seed++) {
            augmenter.apply(digit(), seed, greys);
            versions.add(Arrays.hashCode(greys));
        }

        // Pixels move in steps of 1/256: of two thousand shifts, two may be the same.
        assertThat(versions).hasSizeGreaterThan(40);
    }

    @Test
    void showsTheEyeTheSameVersionAsTheNetwork() {
        var augmenter = new Augmenter(Augmentation.DIGITS, SIDE, SIDE);
        var greys = new float[SIDE * SIDE];
        var bytes = new byte[SIDE * SIDE];

        for (int seed = 0; seed < 50; seed++) {
            augmenter.apply(digit(), seed, greys);
            augmenter.apply(digit(), seed, bytes);
            for (int i = 0; i < bytes.length; i++) {
                assertThat((double) (bytes[i] & 0xFF)).isCloseTo(greys[i] * 255, within(0.5001));
            }
        }
    }

    @Test
    void allocatesNothingAfterItsConstruction() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var augmenter = new Augmenter(Augmentation.DIGITS, SIDE, SIDE);
        var source = digit();
        var greys = new float[SIDE * SIDE];
        augmenter.apply(source, -1, greys);

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int seed = 0; seed < 1000; seed++) {
            augmenter.apply(source, seed, greys);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // An object has no less than 8 bytes; the measurement itself may need some.
        assertThat(allocated).isLessThan(8 * 1000);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "-3, 1", "0.5, -1.25", "0.1, 0.9"})
    void movesTheInkByTheShift(double x, double y) {
        var distortion = new Distortion();
        distortion.shiftX = x;
        distortion.shiftY = y;

        var moved = Moments.of(apply(digit(), distortion), SIDE);

        var before = Moments.of(apply(digit(), new Distortion()), SIDE);
        assertThat(moved.x).isCloseTo(before.x + x, within(0.01));
        assertThat(moved.y).isCloseTo(before.y + y, within(0.01));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-60, -12, -1, 5, 30, 90})
    void turnsCounterClockwise(double degrees) {
        var distortion = new Distortion();
        distortion.angle = StrictMath.toRadians(degrees);

        var turned = Moments.of(apply(bar(), distortion), SIDE);

        // The bar is horizontal before; rows count downwards.
        double expected = Math.IEEEremainder(-degrees, 180);
        assertThat(Math.abs(Math.IEEEremainder(turned.degrees() - expected, 180))).isLessThan(0.5);
        assertThat(turned.x).isCloseTo(13.5, within(0.05));
        assertThat(turned.y).isCloseTo(13.5, within(0.05));
    }

    @Test
    void turnsWhatIsAtTheRightToTheTop() {
        var source = new byte[SIDE * SIDE];
        source[14 * SIDE + 24] = (byte) 255;
        var distortion = new Distortion();
        distortion.angle = StrictMath.toRadians(90);

        var greys = apply(source, distortion);

        assertThat(greys[3 * SIDE + 14]).isEqualTo(1f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.88, 1.12, 1.5})
    void scalesAroundTheCentre(double scale) {
        var distortion = new Distortion();
        distortion.scale = scale;

        var greys = apply(bar(), distortion);

        assertThat(ink(greys)).isCloseTo(ink(bar()) * scale * scale, within(0.03 * ink(bar())));
        assertThat(Moments.of(greys, SIDE).x).isCloseTo(13.5, within(0.05));
    }

    @Test
    void leansToTheRightWithPositiveShear() {
        var source = new byte[SIDE * SIDE];
        source[3 * SIDE + 14] = (byte) 255;
        source[24 * SIDE + 14] = (byte) 255;
        var distortion = new Distortion();
        distortion.shear = 2 / 10.5;

        var greys = apply(source, distortion);

        assertThat(greys[3 * SIDE + 16]).isCloseTo(1f, within(0.01f));
        assertThat(greys[24 * SIDE + 12]).isCloseTo(1f, within(0.01f));
    }

    @Test
    void preservesInkRoughlyWhenElastic() {
        var augmenter = new Augmenter(Augmentation.NONE.withElastic(0.8, 4), SIDE, SIDE);
        var greys = new float[SIDE * SIDE];
        double before = ink(digit());

        double sum = 0;
        for (int seed = 0; seed < 500; seed++) {
            augmenter.apply(digit(), seed, greys);
            assertThat(ink(greys)).isBetween(0.6 * before, 1.5 * before);
            sum += ink(greys);
        }

        assertThat(sum / 500).isCloseTo(before, within(0.03 * before));
    }

    @Test
    void hasMoreInkTheThickerAndNeverNone() {
        var inks = IntStream.rangeClosed(-10, 10).mapToDouble(tenths -> {
            var distortion = new Distortion();
            distortion.thickness = tenths / 10.0;
            return ink(apply(digit(), distortion));
        }).toArray();

        assertThat(inks).isSorted().doesNotHaveDuplicates();
        assertThat(inks[10]).isEqualTo(ink(digit()), within(0.001));
        assertThat(inks[10 - 3]).isGreaterThan(0.5 * inks[10]);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1,    000000 001100 011110 011110 001100 000000
            0.5,  000000 005500 059950 059950 005500 000000
            -0.5, 000000 000000 005500 005500 000000 000000
            """)
    void addsToTheFourSidesOfAStroke(double thickness, String expected) {
        // A square of four pixels; 9 stands for 1, and 5 for a half.
        var source = new byte[36];
        for (int i : new int[]{14, 15, 20, 21}) {
            source[i] = (byte) 255;
        }
        var distortion = new Distortion();
        distortion.thickness = thickness;
        var greys = new float[36];

        new Augmenter(Augmentation.NONE, 6, 6).apply(source, distortion, greys);

        var wanted = expected.replace(" ", "");
        for (int i = 0; i < 36; i++) {
            char c = wanted.charAt(i);
            assertThat(greys[i]).isCloseTo(c == '5' ? 0.5f : c == '0' ? 0 : 1, within(0.001f));
        }
    }

    @Test
    void letsInkGrowOverTheEdgeWithoutSmearing() {
        var source = new byte[SIDE * SIDE];
        Arrays.fill(source, (byte) 255);
        var distortion = new Distortion();
        distortion.thickness = 1;
        distortion.shiftX = 10;

        var greys = apply(source, distortion);

        // One column more than without thickness, and nothing beyond.
        assertThat(greys[14 * SIDE + 9]).isEqualTo(1f);
        assertThat(greys[14 * SIDE + 8]).isZero();
    }

    @Test
    void refusesArraysOfAnotherLength() {
        var augmenter = new Augmenter(Augmentation.DIGITS, 4, 5);

        assertThatThrownBy(() -> augmenter.apply(new byte[20], 1, new float[21]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pictures of 4×5 have 20 pixels, but the source has 20 and the target 21");
        assertThatThrownBy(() -> augmenter.apply(new byte[19], 1, new byte[20]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Pictures of 4×5 have 20 pixels, but the source has 19 and the target 20");
    }

    @ParameterizedTest
    @CsvSource({"0, 28", "28, -1", "1025, 28"})
    void refusesSizesThatNoPictureHas(int height, int width) {
        assertThatThrownBy(() -> new Augmenter(Augmentation.DIGITS, height, width))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A picture has from 1×1 to 1024×1024 pixels: " + height + "×" + width);
    }

    private static float[] apply(byte[] source, Distortion distortion) {
        var greys = new float[source.length];
        new Augmenter(Augmentation.NONE, SIDE, SIDE).apply(source, distortion, greys);
        return greys;
    }

    /** A 7 with soft edges, in the 20×20 pixels in the middle. */
    private static byte[] digit() {
        var pixels = new byte[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double top = Math.max(Math.abs(y - 6), Math.abs(x - 13) - 6);
                double leg = Math.max(Math.abs(x - 19 + (y - 6) * 0.5), Math.abs(y - 14) - 8);
                double distance = Math.min(top, leg);
                pixels[y * SIDE + x] = (byte) Math.round(255 * Math.clamp(2 - distance, 0, 1));
            }
        }
        return pixels;
    }

    /** Horizontal, around the centre, of 16×4 pixels. */
    private static byte[] bar() {
        var pixels = new byte[SIDE * SIDE];
        for (int y = 12; y < 16; y++) {
            Arrays.fill(pixels, y * SIDE + 6, y * SIDE + 22, (byte) 255);
        }
        return pixels;
    }

    private static byte[] noise(int height, int width, long seed) {
        var pixels = new byte[height * width];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    private static byte[] bytes(float[] greys) {
        var bytes = new byte[greys.length];
        for (int i = 0; i < greys.length; i++) {
            bytes[i] = (byte) Math.round(greys[i] * 255);
        }
        return bytes;
    }

    private static double ink(byte[] pixels) {
        return IntStream.range(0, pixels.length).map(i -> pixels[i] & 0xFF).sum() / 255.0;
    }

    private static double ink(float[] greys) {
        return IntStream.range(0, greys.length).mapToDouble(i -> greys[i]).sum();
    }

    /** Centre of mass, and the second moments around it. */
    private record Moments(double x, double y, double xx, double xy, double yy) {
        static Moments of(float[] greys, int width) {
            double ink = ink(greys);
            double x = mean(greys, ink, i -> i % width);
            double y = mean(greys, ink, i -> i / width);
            return new Moments(
                    x,
                    y,
                    mean(greys, ink, i -> (i % width - x) * (i % width - x)),
                    mean(greys, ink, i -> (i % width - x) * (i / width - y)),
                    mean(greys, ink, i -> (i / width - y) * (i / width - y)));
        }

        private static double mean(float[] greys, double ink, IntToDoubleFunction value) {
            return IntStream.range(0, greys.length).mapToDouble(i -> greys[i] * value.applyAsDouble(i)).sum() / ink;
        }

        /** Of the longest axis, clockwise from the right, in (−90, 90]. */
        double degrees() {
            return StrictMath.toDegrees(StrictMath.atan2(2 * xy, xx - yy) / 2);
        }
    }
}
