package inkbench.evaluation.caret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import inkbench.evaluation.ConfusionMatrixFile;
import inkbench.evaluation.statistics.ConfusionStatistics;
import inkbench.testing.TestData;

/** What R's caret made of the same matrices; {@code make.R} beside the files says how. */
class CaretGoldenTest {
    private static final Path OWN = Path.of("src/test/resources/inkbench/evaluation/caret");
    private static final String MATRIX = ".matrix.csv";

    static Stream<String> ownCases() throws IOException {
        return cases(OWN);
    }

    @ParameterizedTest
    @MethodSource("ownCases")
    void everyStatisticIsThatOfCaret(String name) throws IOException {
        assertSame(OWN, name);
    }

    @ParameterizedTest
    @MethodSource("ownCases")
    void textIsThatOfR(String name) throws IOException {
        var statistics = ConfusionStatistics.of(ConfusionMatrixFile.read(OWN.resolve(name + MATRIX)));

        // The one thing that differs: 0/0 is NA here.
        var printedByR = Files.readString(OWN.resolve(name + ".txt")).replace(": NaN", ": NA ").replace("NaN", " NA");
        assertThat(CaretText.of(statistics)).isEqualTo(printedByR);
    }

    @Test
    void everyGivenStatisticIsThatOfCaret() throws IOException {
        var folder = TestData.golden().resolve("caret");
        var names = cases(folder).toList();

        assertThat(names).contains("seed_test", "seed_holdout", "two_class", "absent_3", "never_predicted_6");
        for (var name : names) {
            assertSame(folder, name);
        }
    }

    @Test
    void walkthroughsTestMatrixPrintsAsPublished() throws IOException {
        assertThat(printed("seed_test").lines().map(String::strip)).contains(
                "Accuracy : 0.9768",
                "95% CI : (0.9733, 0.9799)",
                "No Information Rate : 0.1115",
                "P-Value [Acc > NIR] : < 2.2e-16",
                "Kappa : 0.9742",
                "Mcnemar's Test P-Value : NA",
                "Class: 0 Class: 1 Class: 2 Class: 3 Class: 4 Class: 5",
                "Sensitivity           0.98668   0.9882  0.97844   0.9736  0.98771  0.96179");
    }

    private static String printed(String name) throws IOException {
        var file = TestData.golden().resolve("caret").resolve(name + MATRIX);
        return CaretText.of(ConfusionStatistics.of(ConfusionMatrixFile.read(file)));
    }

    private static Stream<String> cases(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(MATRIX))
                    .map(file -> file.replace(MATRIX, ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static void assertSame(Path folder, String name) throws IOException {
        var statistics = ConfusionStatistics.of(ConfusionMatrixFile.read(folder.resolve(name + MATRIX)));
        var computed = new LinkedHashMap<List<String>, Double>();
        CaretNames.OVERALL.forEach(
                measure -> computed
                        .put(List.of(measure.getKey(), "all"), measure.getValue().applyAsDouble(statistics.overall())));
        for (var ofClass : statistics.reported()) {
            CaretNames.BY_CLASS.forEach(
                    measure -> computed.put(
                            List.of(measure.getKey(), ofClass.className()),
                            measure.getValue().applyAsDouble(ofClass)));
        }
        var expected = expected(folder.resolve(name + ".stats.csv"));
        assertThat(computed.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((statistic, value) -> {
            var found = assertThat(computed.get(statistic)).as("%s of %s", statistic, name);
            if (value.isNaN()) {
                found.isNaN();
            } else {
                double tolerance = statistic.getFirst().endsWith("PValue") ? 1e-6 : 1e-9;
                found.isCloseTo(value, within(tolerance * Math.abs(value)));
            }
        });
    }

    private static Map<List<String>, Double> expected(Path file) throws IOException {
        var values = new LinkedHashMap<List<String>, Double>();
        var lines = Files.readAllLines(file);
        for (var line : lines.subList(1, lines.size())) {
            var fields = line.split(",");
            double value = fields[2].equals("NA") ? Double.NaN : Double.parseDouble(fields[2].strip());
            values.put(List.of(fields[0], fields[1]), value);
        }
        return values;
    }
}
