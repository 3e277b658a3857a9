package inkbench.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;

class ActivationsTest {
    private static final byte[] PIXELS = {0, 51, (byte) 102, (byte) 255, 0, 0, 0, 0, (byte) 204};
    private static final Architecture TINY = new Architecture(
            "tiny",
            new Shape(3, 3, 1),
            List.of(
                    new Convolution(2, 2, Activation.RELU),
                    new Dropout(0.5),
                    new MaxPooling(2),
                    new Flatten(),
                    new Dense(2, Activation.IDENTITY)));
    /** The first filter adds the upper left and takes the lower right away, the second one is the mean; then biases. */
    private static final Weights WEIGHTS = new Weights(
            1,
            new float[]{1, 0.25f, 0, 0.25f, 0, 0.25f, -1, 0.25f, 0, 0.1f, 1, 2, 3, 4, 0, 0});

    @Test
    void offersLayersThatMakeSomethingElse() {
        assertThat(Activations.layers(TINY)).containsExactly(0, 2, 4);
    }

    @Test
    void hasTheValuesOfEveryChannelAsAPicture() {
        var maps = Activations.of(TINY, WEIGHTS, PIXELS, 0, 64);

        assertThat(maps.total()).isEqualTo(2);
        assertThat(maps.values())
                .containsExactly(new float[]{0, 0.2f, 1, 0, 0.4f, 0.25f, 0.35f, 0.3f}, within(1e-6f));
        assertThat(maps.value(1, 1, 0)).isEqualTo(0.35f, within(1e-6f));
        assertThat(maps.least()).isZero();
        assertThat(maps.greatest()).isEqualTo(1, within(1e-6f));
    }

    @Test
    void hasTheValuesOfLaterLayers() {
        assertThat(Activations.of(TINY, WEIGHTS, PIXELS, 2, 64).values())
                .containsExactly(new float[]{1, 0.4f}, within(1e-6f));
        assertThat(Activations.of(TINY, WEIGHTS, PIXELS, 4, 64).values())
                .containsExactly(new float[]{2.2f, 3.6f}, within(1e-6f));
    }

    @Test
    void takesNoMoreThanWasAskedFor() {
        var one = Activations.of(TINY, WEIGHTS, PIXELS, 0, 1);

        assertThat(one.count()).isEqualTo(1);
        assertThat(one.total()).isEqualTo(2);
        assertThat(one.values()).hasSize(4);
    }

    @Test
    void agreesWithTheNetworkAboutItsLastHiddenLayer() {
        var architecture = Architectures.cnn();
        var weights = InitialWeights.glorotUniform(architecture, 3);
        var pixels = new byte[784];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 31);
        }
        int lastHidden = Activations.layers(architecture).reversed().get(1);
        try (var predictor = new Predictor(architecture)) {
            assertThat(Activations.of(architecture, weights, pixels, lastHidden, 4096).values())
                    .containsExactly(predictor.featuresNow(weights, pixels), within(1e-4f));
        }
    }

    @Test
    void showsTheWeightsOfTheFirstLayer() {
        var filters = LayerPictures.filters(TINY, WEIGHTS, 64).orElseThrow();

        assertThat(filters.values()).containsExactly(1, 0, 0, -1, 0.25f, 0.25f, 0.25f, 0.25f);
        assertThat(filters.largest()).isEqualTo(1);
        assertThat(filters.csv("channel,row,column,value"))
                .startsWith("channel,row,column,value\n0,0,0,1.00000\n0,0,1,0.00000\n");
    }
}
