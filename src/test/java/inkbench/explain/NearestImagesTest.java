package inkbench.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.Dataset;
import inkbench.explain.NearestImages.Neighbour;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;
import inkbench.testing.SyntheticDigits;

class NearestImagesTest {
    /** Nothing is hidden: the values of the last hidden layer are the pixels. */
    private static final Architecture PIXELS = new Architecture("pixels", new Shape(1, 2, 1),
            List.of(new Flatten(), new Dense(10, Activation.IDENTITY)));
    private static final Weights PIXEL_WEIGHTS = InitialWeights.glorotUniform(PIXELS, 1);
    private static final Architecture MLP = Architectures.mlp();
    private static final Weights WEIGHTS = InitialWeights.glorotUniform(MLP, 1);

    private final Predictor pixels = new Predictor(PIXELS);
    private final Predictor predictor = new Predictor(MLP);

    @AfterEach
    void close() {
        pixels.close();
        predictor.close();
    }

    @Test
    void findsNearestFirstAndTheFirstOfEquals() {
        // Greys of 51, 102, … are 0.2, 0.4, …
        var set = points(0, 0, 51, 0, 0, 51, 204, 153, 51, 0);
        var index = NearestImages.of(pixels, PIXEL_WEIGHTS, set, NearestImages.MOST_BYTES, Progress.NONE);

        var nearest = index.nearest(new float[]{0, 0}, 5);

        assertThat(nearest).extracting(Neighbour::index).containsExactly(0, 1, 2, 4, 3);
        assertThat(nearest.get(1).distance()).isCloseTo(0.2, within(1e-6));
        assertThat(nearest.getLast().distance()).isCloseTo(1, within(1e-6));
        assertThat(index.nearest(new float[]{0, 0}, 2)).isEqualTo(nearest.subList(0, 2));
        assertThat(index.nearest(new float[]{0, 0}, 50)).isEqualTo(nearest);
    }

    /** Around the length of a block. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1023, 1024, 1025, 2100})
    void findsWhatGoingThroughAllPairsFinds(int count) {
        var set = SyntheticDigits.of(count, 28, 7);
        var index = NearestImages.of(predictor, WEIGHTS, set, NearestImages.MOST_BYTES, Progress.NONE);
        var image = SyntheticDigits.of(40, 28, 8).image(33);

        var features = predictor.featuresNow(WEIGHTS, image);
        var distances = IntStream.range(0, count)
                .mapToDouble(i -> distance(features, predictor.featuresNow(WEIGHTS, set.image(i))))
                .toArray();

        var nearest = index.nearest(features, 10);
        assertThat(nearest).hasSize(Math.min(10, count));
        var sorted = IntStream.range(0, count).mapToDouble(i -> distances[i]).sorted().toArray();
        for (int rank = 0; rank < nearest.size(); rank++) {
            assertThat(nearest.get(rank).distance()).isCloseTo(sorted[rank], within(1e-4));
            assertThat(distances[nearest.get(rank).index()]).isCloseTo(sorted[rank], within(1e-4));
        }
    }

    @Test
    void findsAnImageAtNoDistanceFromItself() {
        var set = SyntheticDigits.of(300, 28, 7);
        var index = NearestImages.of(predictor, WEIGHTS, set, NearestImages.MOST_BYTES, Progress.NONE);

        var nearest = index.nearest(predictor.featuresNow(WEIGHTS, set.image(123)), 1).getFirst();

        assertThat(nearest.index()).isEqualTo(123);
        assertThat(nearest.distance()).isLessThan(1e-3);
    }

    @Test
    void takesEverySecondImageWhereMemoryIsShort() {
        var set = points(IntStream.range(0, 14).map(i -> i * 10).toArray());
        var index = NearestImages.of(pixels, PIXEL_WEIGHTS, set, 4 * 2 * Float.BYTES, Progress.NONE);

        assertThat(index.size()).isEqualTo(4);
        assertThat(index.nearest(new float[]{0, 0}, 9)).extracting(Neighbour::index).containsExactly(0, 2, 4, 6);
    }

    @Test
    void stopsWhenNobodyWantsItAnyMore() {
        var cancelled = new Progress() {
            @Override
            public void report(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };

        assertThatThrownBy(
                () -> NearestImages.of(predictor, WEIGHTS, SyntheticDigits.of(9, 28, 1), 1L << 20, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesValuesOfAnotherLayer() {
        var index = NearestImages.of(pixels, PIXEL_WEIGHTS, points(1, 2), 1L << 20, Progress.NONE);

        assertThatThrownBy(() -> index.nearest(new float[3], 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 values expected, 3 given");
    }

    private static Dataset points(int... greys) {
        var pixels = new byte[greys.length];
        IntStream.range(0, greys.length).forEach(i -> pixels[i] = (byte) greys[i]);
        return Dataset.of("points", 2, 1, Dataset.DIGITS, pixels, new byte[greys.length / 2], "a test");
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - (double) other[i]) * (one[i] - (double) other[i]);
        }
        return Math.sqrt(sum);
    }
}
