package inkbench.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.machine.FreeMemory;
import inkbench.app.runs.RunJournal;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.training.recipe.Preset;
import inkbench.training.Trainer;
import inkbench.training.recipe.TrainingSettings;

class TrainingTest {
    private static final Preset MLP = Preset.mlp();

    @Test
    void aSetWithoutTestPartGivesUpAFifthOfEveryClass() {
        try (var workbench = new Workbench()) {
            var whole = digits(100);

            var parts = workbench.data().withTestPart(new PartedDataset("digits", Map.of(Part.TRAIN, whole)), 7);

            var train = parts.part(Part.TRAIN).orElseThrow();
            var test = parts.part(Part.TEST).orElseThrow();
            assertThat(train.classCounts()).containsOnly(8);
            assertThat(test.classCounts()).containsOnly(2);
            var places = new HashSet<Integer>();
            for (int i = 0; i < train.size(); i++) {
                places.add(train.sourceIndex(i));
            }
            for (int i = 0; i < test.size(); i++) {
                assertThat(places.add(test.sourceIndex(i))).isTrue();
            }
            assertThat(places).hasSize(100);
        }
    }

    @Test
    void aTestPartThatIsThereStaysAsItIs() {
        try (var workbench = new Workbench()) {
            var set = new PartedDataset("digits", Map.of(Part.TRAIN, digits(20), Part.TEST, digits(10)));

            assertThat(workbench.data().withTestPart(set, 7)).isSameAs(set);
        }
    }

    @Test
    void aFileIsOpenedWithATestPartAndReadAsItIs(@TempDir Path folder) throws Exception {
        var lines = IntStream.range(0, 20).mapToObj(i -> i % 2 + ",0,0,0," + i).toList();
        var file = folder.resolve("digits.csv");
        Files.writeString(file, "label,pixel0,pixel1,pixel2,pixel3\n" + String.join("\n", lines));
        try (var workbench = new Workbench()) {
            var opened = workbench.data().open(file.toString()).result().get();
            var read = workbench.data().read(file.toString(), Progress.NONE);

            assertThat(opened.part(Part.TRAIN).orElseThrow().classCounts()).startsWith(8, 8);
            assertThat(opened.part(Part.TEST).orElseThrow().classCounts()).startsWith(2, 2);
            assertThat(read.parts()).containsOnlyKeys(Part.TRAIN);
            assertThat(read.size()).isEqualTo(20);
        }
    }

    @Test
    void dataThatDoesNotFitIsRefusedBeforeTraining() {
        try (var workbench = new Workbench()) {
            var settings = MLP.settings(1, 128, 0, 1);
            var small = Dataset.of("small", 2, 2, Dataset.DIGITS, new byte[8], new byte[]{0, 1}, "made");

            assertThatThrownBy(() -> workbench.training().check(settings, small))
                    .isInstanceOf(UnsuitableDataException.class)
                    .hasMessageContaining("2×2");
        }
    }

    @Test
    void memoryThatIsMissingIsSaidBeforeTraining(@TempDir Path folder) {
        try (var trainer = new Trainer(1);
                var workers = new Workers("test", 1);
                var journal = new RunJournal(folder.resolve("workspace.db"), 1)) {
            var training = new Training(trainer, workers, () -> new FreeMemory(50_000_000, 1_000_000_000), journal);
            var settings = MLP.settings(1, 128, 0, 1);

            assertThatThrownBy(() -> training.check(settings, digits(100))).isInstanceOf(UnsuitableDataException.class)
                    .hasMessageContaining("GB are free");
            assertThat(training.objection(settings, digits(100)).orElseThrow()).contains("GB are free");
        }
    }

    @Test
    void theShippedModelIsTheBestNetworkAndReadsMnist() throws Exception {
        try (var workbench = new Workbench()) {
            var model = workbench.models().shipped();

            assertThat(model.architecture()).isEqualTo(Preset.best().architecture());
            assertThat(model.origin().dataName()).isEqualTo("mnist");
            assertThat(model.origin().testAccuracy()).isGreaterThanOrEqualTo(0.9965);
        }
    }

    private static Dataset digits(int count) {
        var labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 10);
        }
        return Dataset.of("digits", 28, 28, Dataset.DIGITS, new byte[count * 784], labels, "made");
    }
}
