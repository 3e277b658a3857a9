package inkbench.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;

/** The last hidden layer is the pixels themselves. */
class FeaturePlaneTest {
    private static final Architecture PIXELS = new Architecture(
            "pixels",
            new Shape(1, 3, 1),
            List.of(new Flatten(), new Dense(2, Activation.IDENTITY)));
    private static final Weights WEIGHTS = new Weights(1, new float[8]);

    private final Predictor predictor = new Predictor(PIXELS);

    @AfterEach
    void close() {
        predictor.close();
    }

    @Test
    void liesInTheDirectionsOfMostVariance() {
        // Along the second pixel most, along the third less, along the first not at all.
        var plane = plane(10, 51, 0, 0, 51, 255, 0, 51, 0, 102, 51, 255, 102);

        assertThat(Math.abs(plane.x(0) - plane.x(1))).isEqualTo(1, within(1e-6));
        assertThat(Math.abs(plane.y(0) - plane.y(1))).isEqualTo(0, within(1e-6));
        assertThat(Math.abs(plane.y(0) - plane.y(2))).isEqualTo(0.4, within(1e-6));
        assertThat(plane.share()).isEqualTo(1, within(1e-9));
    }

    @Test
    void placesOtherImagesByTheSameDirections() {
        var plane = plane(10, 51, 0, 0, 51, 255, 0, 51, 0, 102, 51, 255, 102);

        var place = plane.place(new float[]{0.2f, 1, 0});

        assertThat(place.x()).isEqualTo(plane.x(1), within(1e-6));
        assertThat(place.y()).isEqualTo(plane.y(1), within(1e-6));
    }

    @Test
    void takesImagesEvenlyWhereThereAreTooMany() {
        var plane = plane(2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);

        assertThat(plane.images().size()).isEqualTo(2);
        assertThat(plane.images().sourceIndex(1)).isEqualTo(2);
    }

    @Test
    void hasOnePlaceForImagesThatDoNotVary() {
        var plane = plane(10, 7, 7, 7, 7, 7, 7);

        assertThat(plane.x(0)).isZero().isEqualTo(plane.x(1));
        assertThat(plane.share()).isEqualTo(1);
    }

    private FeaturePlane plane(int most, int... greys) {
        var pixels = new byte[greys.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) greys[i];
        }
        var labels = new byte[greys.length / 3];
        var images = Dataset.of("images", 3, 1, List.of("a", "b"), pixels, labels, "test");
        return FeaturePlane.of(predictor, WEIGHTS, images, most, Progress.NONE);
    }
}
