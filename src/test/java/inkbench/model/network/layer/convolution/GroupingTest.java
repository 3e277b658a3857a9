package inkbench.model.network.layer.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.Shape;

class GroupingTest {
    @Test
    void groupsTheConvolutionsOfTheWalkthrough() {
        assertThat(groups(Architectures.cnn())).startsWith(2, 4, 1).containsOnlyOnce(2, 4);
    }

    @Test
    void groupsAsManyAsFollowEachOther() {
        assertThat(groups(convolution(32), convolution(64), convolution(96), new MaxPooling(2)))
                .containsExactly(2, 4, 6, 1);
    }

    @Test
    void looksPastWhatMindsNoOrder() {
        assertThat(
                groups(
                        convolution(32),
                        new Dropout(0.1),
                        convolution(64),
                        new Activate(Activation.TANH),
                        new MaxPooling(2)))
                .startsWith(2).endsWith(1).element(2).isEqualTo(4);
    }

    @Test
    void leavesWhatNothingPutsTogetherAgain() {
        assertThat(groups(convolution(32), convolution(64), new Flatten())).containsOnly(1);
        assertThat(groups(convolution(32), convolution(64))).containsOnly(1);
        assertThat(groups(convolution(32), convolution(64), new BatchNormalization(), new MaxPooling(2)))
                .containsOnly(1);
        assertThat(groups(convolution(32), convolution(64), convolution(60), new MaxPooling(2))).containsOnly(1);
    }

    @Test
    void leavesWhatIsNoQuicker() {
        assertThat(groups(convolution(16), convolution(64), new MaxPooling(2))).containsOnly(1);
        assertThat(groups(convolution(32), convolution(32), new MaxPooling(2))).containsOnly(1);
        assertThat(groups(convolution(40), convolution(64), new MaxPooling(2))).containsOnly(1);
        assertThat(groups(convolution(32), new Convolution(64, 5, Activation.RELU), new MaxPooling(2)))
                .containsOnly(1);
        assertThat(groups(convolution(32), new MaxPooling(2), convolution(64), new MaxPooling(2))).containsOnly(1);
        assertThat(groups(convolution(32), new MaxPooling(2))).containsOnly(1);
    }

    private static LayerSpec convolution(int filters) {
        return new Convolution(filters, 3, Activation.RELU);
    }

    private static List<Integer> groups(LayerSpec... layers) {
        var all = new ArrayList<>(List.of(layers));
        all.add(new Flatten());
        all.add(new Dense(10, Activation.IDENTITY));
        return groups(new Architecture("x", new Shape(28, 28, 1), all)).subList(0, layers.length);
    }

    private static List<Integer> groups(Architecture architecture) {
        var grouping = new Grouping(architecture);
        return IntStream.range(0, architecture.layers().size()).mapToObj(grouping::groups).toList();
    }
}
