package inkbench.desktop.train.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.LayerSpec;
import inkbench.model.Padding;
import inkbench.model.Shape;

class ArchitectureViewModelTest {
    private static final Shape INPUT = new Shape(28, 28, 1);

    private final ArchitectureViewModel viewModel = new ArchitectureViewModel(Architectures.cnn(), INPUT, 10);

    @Test
    void beginsWithANetworkThatCanBeUsed() {
        assertThat(viewModel.network()).contains(Architectures.cnn());
        assertThat(viewModel.parameters()).isEqualTo(1_199_882);
        assertThat(viewModel.canUndo().get()).isFalse();
    }

    @Test
    void addsBehindTheSelectedLayer() {
        viewModel.selected().set(0);

        viewModel.add(LayerKind.BATCH_NORMALIZATION);

        assertThat(viewModel.layers().get(1)).isEqualTo(new LayerSpec.BatchNormalization());
        assertThat(viewModel.selected().get()).isEqualTo(1);
        assertThat(viewModel.rows().get(1).output()).contains(new Shape(26, 26, 32));
        assertThat(viewModel.network()).isPresent();
    }

    @Test
    void addsInFrontOfTheAnswersWhereNothingIsSelected() {
        viewModel.add(LayerKind.DENSE);

        assertThat(viewModel.layers().getLast()).isEqualTo(Architectures.cnn().layers().getLast());
        assertThat(viewModel.network()).isPresent();
    }

    @Test
    void showsAProblemOnTheLayerThatCausesIt() {
        viewModel.selected().set(1);
        for (int i = 0; i < 4; i++) {
            viewModel.add(LayerKind.MAX_POOLING);
        }
        viewModel.add(LayerKind.MAX_POOLING);

        var rows = viewModel.rows();
        int cause = 6;
        assertThat(rows.get(cause).problem())
                .isEqualTo("Squares of 2×2 do not fit into 64: take smaller squares, or less pooling before it.");
        assertThat(rows.subList(cause, rows.size())).allSatisfy(row -> assertThat(row.output()).isEmpty());
        assertThat(rows.subList(0, cause)).allSatisfy(row -> assertThat(row.problem()).isNull());
        assertThat(viewModel.problem().get()).startsWith("Layer 7: Squares of 2×2");
        assertThat(viewModel.network()).isEmpty();
    }

    @Test
    void wantsAValueForEachClass() {
        viewModel.selected().set(viewModel.layers().size() - 1);

        viewModel.set(new LayerSpec.Dense(9, Activation.IDENTITY), "units");

        assertThat(viewModel.rows().getLast().problem())
                .isEqualTo("The last layer must give 10 values, one for each class, and gives 9.");
    }

    @Test
    void undoesWhatWasTypedInOneFieldTogether() {
        viewModel.selected().set(0);
        for (int filters : new int[]{1, 12, 128}) {
            viewModel.set(new LayerSpec.Convolution(filters, 3, Activation.RELU), "filters");
        }
        viewModel.set(new LayerSpec.Convolution(128, 5, Activation.RELU), "kernel");

        viewModel.undo();
        assertThat(viewModel.layers().getFirst()).isEqualTo(new LayerSpec.Convolution(128, 3, Activation.RELU));
        viewModel.undo();
        assertThat(viewModel.network()).contains(Architectures.cnn());
        viewModel.redo();
        viewModel.redo();
        assertThat(viewModel.layers().getFirst()).isEqualTo(new LayerSpec.Convolution(128, 5, Activation.RELU));
        assertThat(viewModel.canRedo().get()).isFalse();
    }

    @Test
    void movesLayers() {
        var layers = viewModel.layers();
        viewModel.selected().set(0);

        viewModel.move(1);
        assertThat(viewModel.layers()).startsWith(layers.get(1), layers.get(0));
        assertThat(viewModel.selected().get()).isEqualTo(1);
        viewModel.move(1, 0);
        viewModel.move(-1);

        assertThat(viewModel.layers()).isEqualTo(layers);
    }

    @Test
    void needsANameAndSomethingThatLearns() {
        viewModel.rename(" ");
        assertThat(viewModel.problem().get()).isEqualTo("Give the network a name.");
        viewModel.rename("mine");
        viewModel.selected().set(0);
        while (!viewModel.layers().isEmpty()) {
            viewModel.remove();
        }
        assertThat(viewModel.problem().get()).isEqualTo("A network needs layers: add one.");
        assertThat(viewModel.selected().get()).isEqualTo(-1);
        viewModel.remove();
        viewModel.add(LayerKind.FLATTEN);
        assertThat(viewModel.problem().get()).startsWith("Layer 1: The last layer must give 10 values");
    }

    @Test
    void saysThatANetworkIsTooLarge() {
        viewModel.selected().set(0);
        viewModel.set(new LayerSpec.Convolution(4096, 1, 1, Padding.SAME, Activation.RELU), "filters");
        viewModel.add(LayerKind.FLATTEN);
        viewModel.add(LayerKind.DENSE);
        viewModel.set(new LayerSpec.Dense(100_000, Activation.RELU), "units");

        assertThat(viewModel.problem().get()).contains("too large to be counted");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everythingThatIsDoneCanBeUndone(long seed) {
        var random = new SplittableRandom(seed);
        var states = new ArrayList<Draft>();
        for (int i = 0; i < 200; i++) {
            states.add(new Draft(viewModel.name().get(), viewModel.layers()));
            int size = viewModel.layers().size();
            viewModel.selected().set(size == 0 ? -1 : random.nextInt(size));
            switch (random.nextInt(4)) {
                case 0 -> viewModel.remove();
                case 1 -> viewModel.move(random.nextBoolean() ? 1 : -1);
                default -> viewModel.add(LayerKind.values()[random.nextInt(LayerKind.values().length)]);
            }
            viewModel.network().ifPresent(network -> assertThat(network.classCount()).isEqualTo(10));
        }
        while (viewModel.canUndo().get()) {
            viewModel.undo();
        }

        assertThat(new Draft(viewModel.name().get(), viewModel.layers())).isEqualTo(states.getFirst());
        while (viewModel.canRedo().get()) {
            viewModel.redo();
        }
        assertThat(viewModel.rows()).hasSize(viewModel.layers().size());
    }

    @Test
    void takesAnotherNetworkWithTheClassesOfTheData() {
        var other = new ArchitectureViewModel(Architectures.mlp(), INPUT, 26);

        assertThat(other.problem().get()).contains("must give 26 values");
        other.replace(Architectures.cnn());
        other.undo();
        assertThat(other.layers()).isEqualTo(Architectures.mlp().layers());
    }

    @Test
    void countsWhatAnImageCosts() {
        // 26·26·32·9, then 24·24·64·9·32, then 9216·128, then 128·10.
        assertThat(viewModel.multiplyAdds()).isEqualTo(194_688 + 10_616_832 + 1_179_648 + 1_280);
        assertThat(Architectures.cnn().multiplyAdds()).isEqualTo(viewModel.multiplyAdds());
        assertThat(Architectures.mlp().multiplyAdds()).isEqualTo(784 * 512 + 512 * 256 + 256 * 64 + 64 * 10);
    }

    @Test
    void keepsAnArchitectureAsItIs() {
        Architecture best = Architectures.best();
        assertThat(new ArchitectureViewModel(best, INPUT, 10).network()).contains(best);
    }
}
