package inkbench.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureFitTest {
    private static final PictureFit TO_MNIST = new PictureFit(28, 28);

    @Test
    void bringsTheLongerSideToTwentyPixelsAroundIndexFourteen() {
        var bar = new Paper(200, 120).rectangle(30, 10, 100, 50, 255);

        var fitted = bar.fit(TO_MNIST);

        var across = new int[28];
        Arrays.fill(across, 5, 24, 255);
        across[4] = 128;
        across[24] = 128;
        assertThat(row(fitted, 14)).containsExactly(across);
        var down = new int[28];
        Arrays.fill(down, 10, 19, 255);
        down[9] = 128;
        down[19] = 128;
        assertThat(column(fitted, 14)).containsExactly(down);
    }

    @Test
    void centresTheMassAndNotTheBox() {
        var hook = new Paper(90, 90).rectangle(10, 10, 10, 60, 255).rectangle(10, 60, 50, 10, 255);

        var fitted = hook.fit(TO_MNIST);

        assertThat(centre(fitted, false)).isCloseTo(14.0, within(0.02));
        assertThat(centre(fitted, true)).isCloseTo(14.0, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "70, 3", "31, 80"})
    void takesNoNoticeOfThePlace(int x, int y) {
        var here = new Paper(160, 160).rectangle(20, 20, 12, 60, 255).rectangle(20, 40, 40, 9, 200);
        var there = new Paper(160, 160).rectangle(x, y, 12, 60, 255).rectangle(x, y + 20, 40, 9, 200);

        assertThat(there.fit(TO_MNIST)).isEqualTo(here.fit(TO_MNIST));
    }

    @Test
    void enlargesSmallPicturesAsItShrinksLargeOnes() {
        var small = new Paper(8, 8).rectangle(2, 1, 3, 6, 255).rectangle(2, 5, 5, 2, 255);
        var large = new Paper(80, 80).rectangle(20, 10, 30, 60, 255).rectangle(20, 50, 50, 20, 255);

        assertThat(small.fit(TO_MNIST)).isEqualTo(large.fit(TO_MNIST));
    }

    @Test
    void makesGroundOfWhatIsHardlyBrighter() {
        var clean = new Paper(60, 60).rectangle(10, 10, 8, 30, 255);
        var scanned = new Paper(60, 60).rectangle(0, 0, 60, 60, 40).rectangle(10, 10, 8, 30, 120)
                .rectangle(50, 50, 2, 2, 48);

        assertThat(scanned.fit(TO_MNIST)).isEqualTo(clean.fit(TO_MNIST));
    }

    @Test
    void findsNoInkInNoise() {
        var random = new SplittableRandom(1);
        var pixels = new byte[400];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (100 + random.nextInt(8));
        }

        assertThat(TO_MNIST.fit(pixels, 20, 20)).hasSize(784).containsOnly(0);
        assertThat(TO_MNIST.fit(new byte[6], 2, 3)).hasSize(784).containsOnly(0);
    }

    @Test
    void cutsOffWhatLiesTooFarFromTheMiddle() {
        // A heavy block and a thin tail: the tail's end is more than half a picture away.
        var comet = new Paper(200, 60).rectangle(0, 0, 50, 50, 255).rectangle(50, 20, 150, 1, 255);

        var fitted = comet.fit(new PictureFit(28, 28));

        assertThat(centre(fitted, false)).isGreaterThan(13.5).isLessThan(14.2);
        assertThat(row(fitted, 13)[27] + row(fitted, 14)[27]).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"56, 56, 40", "32, 64, 23", "14, 14, 10"})
    void takesTheSameShareOfOtherSizes(int width, int height, int side) {
        var fitted = new Paper(50, 50).rectangle(10, 10, 30, 30, 255).fit(new PictureFit(width, height));

        long ink = 0;
        for (byte pixel : fitted) {
            ink += Byte.toUnsignedInt(pixel);
        }
        assertThat(Math.sqrt(ink / 255.0)).isCloseTo(side, within(0.3));
    }

    private static int[] row(byte[] pixels, int y) {
        var row = new int[28];
        Arrays.setAll(row, x -> Byte.toUnsignedInt(pixels[y * 28 + x]));
        return row;
    }

    private static int[] column(byte[] pixels, int x) {
        var column = new int[28];
        Arrays.setAll(column, y -> Byte.toUnsignedInt(pixels[y * 28 + x]));
        return column;
    }

    private static double centre(byte[] pixels, boolean vertical) {
        double mass = 0;
        double moment = 0;
        for (int i = 0; i < pixels.length; i++) {
            int value = Byte.toUnsignedInt(pixels[i]);
            mass += value;
            moment += value * (vertical ? i / 28 : i % 28);
        }
        return moment / mass;
    }

    /** A picture of rectangles. */
    private static final class Paper {
        private final int width;
        private final int height;
        private final byte[] pixels;

        Paper(int width, int height) {
            this.width = width;
            this.height = height;
            pixels = new byte[width * height];
        }

        Paper rectangle(int left, int top, int wide, int tall, int value) {
            for (int y = top; y < top + tall; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + wide, (byte) value);
            }
            return this;
        }

        byte[] fit(PictureFit fit) {
            return fit.fit(pixels, width, height);
        }
    }
}
