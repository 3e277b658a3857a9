package inkbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.app.machine.FreeMemory;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.image.ImageSize;
import inkbench.model.Architectures;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.testing.SyntheticData;
import inkbench.testing.TestData;

class DataAdjustmentsTest {
    private final Workbench workbench = new Workbench();

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void knowsWhatANetworkReads() {
        var digits = SyntheticData.parted("digits", 20, 10);
        var larger = workbench.adjustments().fitted(digits, new ImageSize(32, 32)).result().join();

        assertThat(DataAdjustments.sizeFor(Architectures.mlp(), digits)).isEmpty();
        assertThat(DataAdjustments.sizeFor(Architectures.mlp(), larger)).contains(new ImageSize(28, 28));
    }

    @Test
    void refusesWhatDoesNotFitIntoMemory() {
        var digits = SyntheticData.parted("digits", 20, 10);
        try (var workers = new Workers("adjustments-test", 1)) {
            var adjustments = new DataAdjustments(workers, () -> new FreeMemory(10_000, 10_000));

            assertThatThrownBy(() -> adjustments.inverted(digits).result().get())
                    .hasCauseInstanceOf(UnsuitableDataException.class)
                    .hasMessageContaining("The changed images of digits take 0.0 GB of memory");
            assertThatThrownBy(() -> adjustments.fitted(digits, new ImageSize(20, 20)).result().get())
                    .hasCauseInstanceOf(UnsuitableDataException.class);
            assertThat(adjustments.fitted(digits, new ImageSize(10, 10)).result().join().width()).isEqualTo(10);
        }
    }

    @Test
    void fitsDigitsOfAnotherSizeSoThatTheShippedModelReadsThem() throws IOException {
        var usps = workbench.data().read(TestData.folder().resolve("usps").toString(), Progress.NONE);
        var some = usps.part(Part.TEST).orElseThrow().subset(IntStream.range(0, 250).map(i -> 8 * i).toArray());

        var fitted = workbench.adjustments()
                .fitted(new PartedDataset("USPS", Map.of(Part.TEST, some)), new ImageSize(28, 28))
                .result()
                .join();
        var evaluation = workbench.reading().evaluateNow(workbench.models().shipped(), fitted.first(), Progress.NONE);

        // It was 98.8% of 600 of them when this was written.
        assertThat(evaluation.accuracy()).isGreaterThan(0.96);
    }
}
