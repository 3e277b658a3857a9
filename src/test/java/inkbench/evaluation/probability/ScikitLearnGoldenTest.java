package inkbench.evaluation.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.statistics.ConfusionStatistics;

/** What scikit-learn computes of the same 400 answers; {@code make.py} beside the files says how. */
class ScikitLearnGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/inkbench/evaluation/probability");
    private static final int CLASSES = 5;

    private static Evaluation evaluation;
    private static Map<String, String> golden;

    @BeforeAll
    static void read() throws IOException {
        var rows = Files.readAllLines(FOLDER.resolve("answers.csv")).stream().map(line -> line.split(",")).toList();
        var labels = new byte[rows.size()];
        var probabilities = new float[rows.size()][CLASSES];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Byte.parseByte(rows.get(i)[0]);
            for (int c = 0; c < CLASSES; c++) {
                probabilities[i][c] = Float.parseFloat(rows.get(i)[c + 1]);
            }
        }
        var names = List.of("a", "b", "c", "d", "none");
        var dataset = Dataset.of("answers", 1, 1, names, new byte[labels.length], labels, "made");
        evaluation = Evaluation.of("model", dataset, probabilities);
        golden = Files.readAllLines(FOLDER.resolve("golden.csv"))
                .stream()
                .map(line -> line.split(","))
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
    }

    @Test
    void scoresAreThoseOfScikitLearn() {
        var statistics = ProbabilityStatistics.of(evaluation);

        // It makes the sum of the probabilities 1 before, which floats are only nearly.
        assertThat(statistics.logLoss()).isCloseTo(expected("logLoss"), within(1e-7));
        assertSame(statistics.brierScore(), "brierScore");
        assertSame(evaluation.accuracy(), "top1Accuracy");
        assertSame(ProbabilityStatistics.topAccuracy(evaluation, 1), "top1Accuracy");
        assertSame(statistics.top2Accuracy(), "top2Accuracy");
    }

    @Test
    void correlationAndAveragesAreThoseOfScikitLearn() {
        var statistics = ConfusionStatistics.of(evaluation.confusion());

        assertSame(statistics.matthewsCorrelation(), "matthewsCorrelation");
        assertSame(statistics.macro().precision(), "macroPrecision");
        assertSame(statistics.macro().recall(), "macroRecall");
        assertSame(statistics.macro().f1(), "macroF1");
        assertSame(statistics.weighted().precision(), "weightedPrecision");
        assertSame(statistics.weighted().recall(), "weightedRecall");
        assertSame(statistics.weighted().f1(), "weightedF1");
    }

    @Test
    void areasAreThoseOfScikitLearnAndAbsentClassesHaveNone() {
        var statistics = ProbabilityStatistics.of(evaluation);

        for (int c = 0; c < CLASSES - 1; c++) {
            assertSame(statistics.rocAreas()[c], "rocArea" + c);
            assertSame(statistics.averagePrecisions()[c], "averagePrecision" + c);
        }
        assertThat(statistics.rocAreas()[CLASSES - 1]).isNaN();
        assertThat(statistics.averagePrecisions()[CLASSES - 1]).isNaN();
        double mean = Arrays.stream(statistics.rocAreas()).limit(CLASSES - 1).average().orElseThrow();
        assertThat(statistics.meanRocArea()).isEqualTo(mean);
    }

    @Test
    void reliabilityCurveIsThatOfScikitLearn() {
        var calibration = Calibration.of(evaluation);

        assertSame(calibration.expectedError(), "expectedError");
        assertSame(calibration.maximumError(), "maximumError");
        assertThat(calibration.bins()).hasSize(15);
        for (int b = 0; b < 15; b++) {
            var bin = calibration.bins().get(b);
            if (golden.containsKey("bin" + b + "Count")) {
                assertSame(bin.count(), "bin" + b + "Count");
                assertSame(bin.accuracy(), "bin" + b + "Accuracy");
                assertSame(bin.confidence(), "bin" + b + "Confidence");
            } else {
                assertThat(bin.count()).isZero();
                assertThat(bin.accuracy()).isNaN();
            }
        }
    }

    @Test
    void pointsLieOnTheRocCurve() {
        var curve = RocCurve.of(evaluation, 1);

        points("roc@").forEach((threshold, point) -> {
            int next = IntStream.range(0, curve.thresholds().length)
                    .filter(i -> curve.thresholds()[i] <= threshold)
                    .findFirst()
                    .orElseThrow();
            double x0 = curve.falsePositiveRates()[next - 1];
            double y0 = curve.truePositiveRates()[next - 1];
            double dx = curve.falsePositiveRates()[next] - x0;
            double dy = curve.truePositiveRates()[next] - y0;
            assertThat((point[0] - x0) * dy).isCloseTo((point[1] - y0) * dx, within(1e-12));
            assertThat(point[0]).isBetween(x0 - 1e-12, x0 + dx + 1e-12);
            assertThat(point[1]).isBetween(y0 - 1e-12, y0 + dy + 1e-12);
        });
        assertThat(curve.truePositiveRates()[0]).isZero();
        assertThat(curve.falsePositiveRates()).endsWith(1);
        assertThat(curve.truePositiveRates()).endsWith(1);
    }

    @Test
    void pointsLieOnThePrecisionRecallCurve() {
        var curve = PrecisionRecallCurve.of(evaluation, 1);

        points("precisionRecall@").forEach((threshold, point) -> {
            int place = Arrays.stream(curve.thresholds()).boxed().toList().indexOf(threshold);
            assertThat(curve.recalls()[place]).isCloseTo(point[0], within(1e-12));
            assertThat(curve.precisions()[place]).isCloseTo(point[1], within(1e-12));
        });
    }

    @Test
    void thinnedCurvesKeepTheirEndsTheirAreaAndOnlyPointsThatTheyHad() {
        var roc = RocCurve.of(evaluation, 1);
        var thinRoc = roc.thinned(10);
        assertThat(thinRoc.truePositiveRates()).hasSizeBetween(4, 10).startsWith(0).endsWith(1).isSorted();
        assertThat(thinRoc.falsePositiveRates()).startsWith(0).endsWith(1).isSorted();
        assertThat(thinRoc.area()).isEqualTo(roc.area());
        assertThat(roc.thresholds()).contains(thinRoc.thresholds());

        var whole = PrecisionRecallCurve.of(evaluation, 1);
        var thin = whole.thinned(20);
        assertThat(thin.recalls()).hasSizeBetween(10, 20).isSorted().endsWith(1);
        assertThat(thin.precisions()).startsWith(whole.precisions()[0])
                .endsWith(whole.precisions()[whole.precisions().length - 1]);
        assertThat(whole.thresholds()).contains(thin.thresholds());
        assertThat(whole.thinned(1000).recalls()).as("only what lies between two others above each other goes")
                .hasSizeLessThan(whole.recalls().length)
                .contains(whole.recalls());
    }

    @Test
    void curvesWithoutPointsStayWithoutPoints() {
        assertThat(RocCurve.of(evaluation, CLASSES - 1).thinned(10).thresholds()).isEmpty();
        assertThat(PrecisionRecallCurve.of(evaluation, CLASSES - 1).thinned(10).thresholds()).isEmpty();
    }

    @Test
    void surestAnswersAreAsAccurateAsNumpyCounts() {
        var curve = CoverageCurve.of(evaluation);

        points("coverage@").forEach((coverage, point) -> {
            assertThat(curve.atLeast(coverage).coverage()).isCloseTo(point[0], within(1e-12));
            assertThat(curve.atLeast(coverage).accuracy()).isCloseTo(point[1], within(1e-12));
        });
    }

    private static Map<Double, double[]> points(String prefix) {
        var points = golden.entrySet()
                .stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(
                        Collectors.toMap(
                                entry -> Double.parseDouble(entry.getKey().substring(prefix.length())),
                                entry -> Arrays.stream(entry.getValue().split(";"))
                                        .mapToDouble(Double::parseDouble)
                                        .toArray()));
        assertThat(points).hasSizeGreaterThanOrEqualTo(3);
        return points;
    }

    private static void assertSame(double found, String name) {
        assertThat(found).as(name).isCloseTo(expected(name), within(1e-12));
    }

    private static double expected(String name) {
        return Double.parseDouble(golden.get(name));
    }
}
