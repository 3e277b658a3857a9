package inkbench.app.certainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import inkbench.app.Workbench;
import inkbench.app.strokes.DrawnDigits;
import inkbench.app.strokes.StrokeFile;
import inkbench.app.strokes.StrokeSample;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.format.DatasetFiles;
import inkbench.data.generator.OtherDrawings;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.probability.Calibration;
import inkbench.evaluation.probability.RocCurve;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.model.Model;
import inkbench.model.Prediction;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;
import inkbench.testing.TestData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the model that answers where no other is asked for makes of digits it never saw. */
class ShippedModelTest {
    private static Workbench workbench;
    private static Model model;
    private static Predictor predictor;

    @BeforeAll
    static void open() throws Exception {
        workbench = new Workbench();
        model = workbench.models().shipped();
        predictor = new Predictor(model.architecture());
    }

    @AfterAll
    static void close() {
        predictor.close();
        workbench.close();
    }

    @Test
    void readsWhatStrangersWriteWithPens() throws Exception {
        var read = evaluate(pens());

        assertThat(read.confusion().accuracy()).isGreaterThanOrEqualTo(0.985);
        for (int digit = 0; digit < 10; digit++) {
            var row = read.confusion().counts()[digit];
            assertThat((double) row[digit] / Arrays.stream(row).sum()).as("%d", digit).isGreaterThanOrEqualTo(0.95);
        }
        assertThat(Calibration.of(read).expectedError()).isLessThanOrEqualTo(0.02);
    }

    /** Drawn with a mouse, which tells whole pixels, away from the middle. */
    @ParameterizedTest
    @ValueSource(ints = {30, 60, 200, 600})
    void readsTheSameAtEverySize(int size) throws Exception {
        var samples = StrokeFile.read(pensFile());
        var drawn = samples.stream()
                .map(sample -> new StrokeSample(sample.id(), sample.label(), drawn(sample.drawing(), size)))
                .toList();

        double plain = evaluate(DrawnDigits.of(samples, "pens")).confusion().accuracy();

        assertThat(evaluate(DrawnDigits.of(drawn, "mouse")).confusion().accuracy()).isCloseTo(plain, within(0.003));
    }

    private static Drawing drawn(Drawing drawing, int size) {
        var points = drawing.strokes().stream().flatMap(stroke -> stroke.points().stream()).toList();
        var x = points.stream().mapToDouble(InkPoint::x).summaryStatistics();
        var y = points.stream().mapToDouble(InkPoint::y).summaryStatistics();
        double scale = size / Math.max(x.getMax() - x.getMin(), y.getMax() - y.getMin());
        return new Drawing(
                drawing.strokes()
                        .stream()
                        .map(
                                stroke -> new Stroke(
                                        stroke.points()
                                                .stream()
                                                .map(
                                                        point -> new InkPoint(
                                                                Math.rint(scale * (point.x() - x.getMin())) + 700,
                                                                Math.rint(scale * (point.y() - y.getMin())) + 20,
                                                                point.millis()))
                                                .toList()))
                        .toList());
    }

    @Test
    void readsMnistAndKnowsHowWell() throws Exception {
        var mnist = DatasetFiles.open(TestData.folder().resolve("mnist"), Progress.NONE);

        var read = evaluate(mnist.part(Part.TEST).orElseThrow());

        assertThat(read.confusion().accuracy()).isGreaterThanOrEqualTo(0.9965);
        assertThat(Calibration.of(read).expectedError()).isLessThanOrEqualTo(0.005);
    }

    /** By other writers than those that taught it, but of the same letters and signs. */
    @Test
    void tellsOtherDrawingsFromDigits() throws Exception {
        var digits = answers(pens());
        var others = answers(OtherDrawings.generate(1000, 99));

        assertThat(areaOfNovelty(digits, others)).isGreaterThanOrEqualTo(0.95);
        assertThat(share(digits, Verdict.READ)).isGreaterThan(0.97);
        assertThat(share(digits, Verdict.NOT_A_DIGIT)).isLessThan(0.01);
        assertThat(share(others, Verdict.NOT_A_DIGIT)).isGreaterThan(0.9);
    }

    private static Dataset pens() throws Exception {
        return DrawnDigits.of(StrokeFile.read(pensFile()), "pens");
    }

    private static Path pensFile() {
        return TestData.folder().resolve("strokes").resolve("pendigits_strokes.jsonl");
    }

    private static Evaluation evaluate(Dataset dataset) {
        return Evaluation.of(
                model.name(),
                dataset,
                predictor.predictAll(model.weights(), dataset, Progress.NONE));
    }

    private static List<Certainty> answers(Dataset dataset) {
        return Arrays.stream(predictor.predictAll(model.weights(), dataset, Progress.NONE))
                .map(Prediction::new)
                .map(Certainty::of)
                .toList();
    }

    private static double share(List<Certainty> answers, Verdict verdict) {
        return (double) answers.stream().filter(answer -> answer.verdict() == verdict).count() / answers.size();
    }

    private static double areaOfNovelty(List<Certainty> digits, List<Certainty> others) {
        int count = digits.size() + others.size();
        var labels = new byte[count];
        Arrays.fill(labels, digits.size(), count, (byte) 1);
        var kinds = Dataset.of("kinds", 1, 1, List.of("digit", "other"), new byte[count], labels, "test");
        var scores = Stream.concat(digits.stream(), others.stream())
                .map(answer -> new float[]{(float) (1 - answer.novelty()), (float) answer.novelty()})
                .toArray(float[][]::new);
        return RocCurve.of(Evaluation.of("novelty", kinds, scores), 1).area();
    }
}
