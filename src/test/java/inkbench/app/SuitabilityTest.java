package inkbench.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.model.Architectures;

class SuitabilityTest {
    @Test
    void imagesOfTheRightSizeWithSeveralClassesFit() {
        assertThat(Suitability.trainingObjection(Architectures.mlp(), digits(28, 3, 4))).isEmpty();
    }

    @Test
    void oneClassAloneCanBeReadButNotLearnedFrom() {
        var ones = digits(28, 1, 1, 1);

        assertThat(Suitability.objection(Architectures.mlp(), ones)).isEmpty();
        assertThat(Suitability.trainingObjection(Architectures.mlp(), ones)).contains(
                "All images of samples belong to one class, so there is nothing to tell apart; choose a data set with at least two classes.");
    }

    @Test
    void foreignSizeIsNamedBesideTheOneThatIsRead() {
        assertThat(Suitability.objection(Architectures.cnn(), digits(16, 0, 1))).contains(
                "The images of samples are 16×16 pixels and the network cnn reads 28×28; let the images be fitted to that size, or choose another data set.");
    }

    @Test
    void imagesWithoutLabelsTeachNothing() {
        assertThat(Suitability.objection(Architectures.cnn(), digits(28)).orElseThrow()).contains("have no labels");
    }

    @Test
    void emptyPartHasNothingToRead() {
        var none = digits(28, 0, 1).subset(new int[0]);

        assertThat(Suitability.objection(Architectures.cnn(), none).orElseThrow()).startsWith("There are no images");
    }

    @Test
    void otherClassesThanTheNetworkHasAreCounted() {
        var letters = Dataset.of("letters", 28, 28, List.of("a", "b"), new byte[2 * 784], new byte[]{0, 1}, "made");

        assertThat(Suitability.objection(Architectures.cnn(), letters).orElseThrow())
                .contains("2 classes", "tells 10 apart");
    }

    /** Blank images with the given labels; two without labels for none. */
    private static Dataset digits(int edge, int... labels) {
        var bytes = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            bytes[i] = (byte) labels[i];
        }
        int count = Math.max(2, labels.length);
        return Dataset.of("samples", edge, edge, Dataset.DIGITS, new byte[count * edge * edge], bytes, "made");
    }
}
