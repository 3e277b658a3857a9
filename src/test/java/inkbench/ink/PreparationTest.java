package inkbench.ink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {
    private static final int SIZE = Rasterizer.SIZE;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void byItselfIsWhatMnistWouldHaveMade(long seed) {
        var drawing = Strokes.random(seed);
        var expected = Rasterizer.rasterize(drawing);
        assertThat(Rasterizer.rasterize(drawing, Preparation.MNIST)).isEqualTo(expected);
        assertThat(Rasterizer.steps(drawing, Preparation.MNIST).picture()).isEqualTo(expected);
        assertThat(Rasterizer.steps(drawing, Preparation.MNIST).strokes()).isSameAs(drawing);
    }

    @Test
    void fitsTheInkToTheTopLeftCornerFirst() {
        var box = Box.of(Rasterizer.steps(Strokes.random(3), Preparation.MNIST).fitted());
        assertThat(box.left).isZero();
        assertThat(box.top).isZero();
        assertThat(Math.max(box.right, box.bottom)).isEqualTo(Rasterizer.BOX - 1);
    }

    @Test
    void centresTheBoxWhereTheMassDoesNotMatter() {
        var drawing = Strokes.parse(List.of("0,0 0,10", "0,10 3,10", "0,9 3,9"));
        var box = Box.of(Rasterizer.rasterize(drawing, Preparation.MNIST.withCentred(false)));
        assertThat(box.left).isEqualTo(SIZE - 1 - box.right);
        assertThat(box.top).isEqualTo(SIZE - 1 - box.bottom);
    }

    @Test
    void takesTheCanvasAsItIsWithoutFitting() {
        var small = Strokes.parse(List.of("-0.4,-0.4 -0.3,-0.4"));
        var asItIs = Preparation.MNIST.withFitted(false).withCentred(false);
        var box = Box.of(Rasterizer.rasterize(small, asItIs));
        assertThat(box.left).isEqualTo((int) (0.1 * SIZE - 1.25));
        assertThat(box.right).isEqualTo((int) (0.2 * SIZE + 1.25));
        var centred = Box.of(Rasterizer.rasterize(small, Preparation.MNIST.withFitted(false)));
        assertThat(centred.left + centred.right).isBetween(27, 29);
    }

    @Test
    void showsNothingOfWhatLiesBesideTheCanvas() {
        var beside = Strokes.parse(List.of("3,3 4,4"));
        assertThat(Rasterizer.rasterize(beside, Preparation.MNIST.withFitted(false))).containsOnly(0);
    }

    @Test
    void knowsOnlyBlackAndWhiteWithoutGrey() {
        assertThat(Rasterizer.rasterize(Strokes.random(4), Preparation.MNIST.withGrey(false)))
                .containsOnly(0, (byte) 255);
    }

    @Test
    void makesTheDigitLargerAndThePenWider() {
        var drawing = Strokes.random(5);
        var large = Box.of(Rasterizer.rasterize(drawing, Preparation.MNIST.withBox(24)));
        assertThat(Math.max(large.right - large.left, large.bottom - large.top) + 1).isBetween(24, 25);
        assertThat(ink(Rasterizer.rasterize(drawing, Preparation.MNIST.withPenWidth(0.2))))
                .isGreaterThan(ink(Rasterizer.rasterize(drawing)));
    }

    @Test
    void setsSlantedWritingUpright() {
        var upright = Strokes.parse(List.of("0,0 0,10", "-2,0 2,0", "-2,10 2,10"));
        var slanted = Shapes.slanted(upright, 20);
        assertThat(slanted.strokes().getFirst().points().getLast().x())
                .isCloseTo(-10 * Math.tan(Math.toRadians(20)), within(1e-12));
        assertThat(Rasterizer.rasterize(slanted, Preparation.MNIST.withDeslanted(true)))
                .isEqualTo(Rasterizer.rasterize(upright));
        assertThat(Rasterizer.rasterize(slanted)).isNotEqualTo(Rasterizer.rasterize(upright));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5,5", "0,3 9,3"})
    void leavesWhatHasNoHeightAsItIs(String stroke) {
        var drawing = Strokes.parse(List.of(stroke));
        assertThat(Shapes.deslanted(drawing)).isEqualTo(drawing);
    }

    @Test
    void turnsClockwise() {
        var turned = Shapes.turned(Strokes.parse(List.of("1,0")), 90).strokes().getFirst().points().getFirst();
        assertThat(turned.x()).isCloseTo(0, within(1e-12));
        assertThat(turned.y()).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 29, Double.NaN})
    void refusesABoxThatIsNone(double box) {
        assertThatIllegalArgumentException().isThrownBy(() -> Preparation.MNIST.withBox(box));
    }

    private static long ink(byte[] pixels) {
        long sum = 0;
        for (byte pixel : pixels) {
            sum += Byte.toUnsignedInt(pixel);
        }
        return sum;
    }

    private record Box(int left, int top, int right, int bottom) {
        static Box of(byte[] pixels) {
            int left = SIZE;
            int top = SIZE;
            int right = -1;
            int bottom = -1;
            for (int i = 0; i < pixels.length; i++) {
                if (pixels[i] != 0) {
                    left = Math.min(left, i % SIZE);
                    right = Math.max(right, i % SIZE);
                    top = Math.min(top, i / SIZE);
                    bottom = Math.max(bottom, i / SIZE);
                }
            }
            return new Box(left, top, right, bottom);
        }
    }
}
