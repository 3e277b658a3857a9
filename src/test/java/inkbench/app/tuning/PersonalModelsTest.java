package inkbench.app.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import inkbench.app.Workbench;
import inkbench.data.generator.DigitGenerator;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.model.file.ModelFile;
import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Progress;
import inkbench.task.Workers;

class PersonalModelsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void teachesDigitsOfTheWorkspaceAndKeepsModelsByTheirTime() throws Exception {
        try (var workbench = new Workbench(); var workers = Workers.inBackground("test", 1)) {
            var models = new PersonalModels(
                    workers,
                    workbench.tuning(),
                    progress -> DigitGenerator.generate(500, 200, 3, Progress.NONE),
                    folder.resolve("mine"),
                    NOON);
            var model = workbench.models().shipped();
            assertThat(models.kept().result().join()).isEmpty();

            var trial = models.tune(model, sevensLikeOnes(12)).result().join();

            assertThat(trial.tuned().own().images()).isEqualTo(12);
            assertThat(trial.tuned().own().gain()).isPositive();
            assertThat(trial.tuned().test().images()).isEqualTo(200);
            assertThat(trial.tuned().test().gain()).isGreaterThan(-0.05);
            assertThat(folder.resolve("mine")).doesNotExist();

            var file = models.keep(trial.tuned().model()).result().join();

            assertThat(file).hasFileName("My digits 2026-03-01 12.00.00.ink");
            assertThat(ModelFile.read(file).weights().values()).isEqualTo(trial.tuned().model().weights().values());
            Files.createFile(folder.resolve("mine/My digits 2026-02-01 12.00.00.ink"));
            assertThat(models.kept().result().join()).extracting(each -> each.getFileName().toString())
                    .containsExactly("My digits 2026-03-01 12.00.00.ink", "My digits 2026-02-01 12.00.00.ink");
        }
    }

    /** Somebody's seven is a slash with hardly a roof. */
    private static List<KeptDigit> sevensLikeOnes(int count) {
        return IntStream.range(0, count).mapToObj(i -> {
            var points = List.of(
                    new InkPoint(52, 0, 0), new InkPoint(60 + i, 1, 20), new InkPoint(45 + i, 50, 40),
                    new InkPoint(30, 100, 60));
            var drawing = new Drawing(List.of(new Stroke(points)));
            return new KeptDigit(i, new DrawnDigit(7, drawing, OptionalInt.empty(), "", Instant.EPOCH));
        }).toList();
    }
}
