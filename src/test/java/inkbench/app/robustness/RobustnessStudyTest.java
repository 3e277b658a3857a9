package inkbench.app.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.robustness.Distortion;
import inkbench.robustness.RobustnessCurve;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;

class RobustnessStudyTest {
    private final Workers workers = new Workers("robustness-test", 1);
    private final Dataset images = SampleDigits.dataset("Samples", 5, 3);
    private final Model one = SampleModels.untrained("one");
    private final Model other = SampleModels.untrained("other");
    private final List<Integer> sizes = new ArrayList<>();
    private final RobustnessStudy study = new RobustnessStudy(workers, this::read);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void measuresEveryModelAtEveryLevelOfEveryDistortion() throws IOException {
        var report = study.measureNow(
                new RobustnessPlan(List.of(one, other), images, List.of(Distortion.NOISE, Distortion.THINNING), 1),
                Progress.NONE);

        assertThat(report.models()).containsExactly("one", "other");
        assertThat(report.distortions()).containsExactly(Distortion.NOISE, Distortion.THINNING);
        assertThat(report.curvesOf(Distortion.THINNING)).extracting(RobustnessCurve::model).containsExactly(0, 1);
        for (var curve : report.curves()) {
            assertThat(curve.points().stream().mapToDouble(RobustnessCurve.Point::strength).toArray())
                    .containsExactly(curve.distortion().levels());
            assertThat(curve.points()).allMatch(point -> point.images() == 50);
            assertThat(curve.points().getFirst().right()).isEqualTo(50);
        }
        // "one" reads what is not thinner than it was, "other" reads everything.
        assertThat(report.curvesOf(Distortion.THINNING).getFirst().points().getLast().right()).isZero();
        assertThat(report.curvesOf(Distortion.THINNING).getLast().points().getLast().right()).isEqualTo(50);
        assertThat(report.curvesOf(Distortion.NOISE).getFirst().points().getLast().right()).isEqualTo(50);
    }

    @Test
    void saysHowSureAnAccuracyIs() {
        var point = new RobustnessCurve.Point(1, 45, 50);
        assertThat(point.accuracy()).isEqualTo(0.9);
        // binom.test(45, 50) of R
        assertThat(point.interval().lower()).isBetween(0.7818, 0.7819);
        assertThat(point.interval().upper()).isBetween(0.9666, 0.9668);
    }

    @Test
    void reportsProgressUpToTheEndAndStopsWhenNobodyWantsIt() throws IOException {
        var reports = new ArrayList<Double>();
        var plan = new RobustnessPlan(List.of(one, other), images, List.of(Distortion.BLUR, Distortion.SHIFT), 1);
        study.measureNow(plan, new Counting(reports, Integer.MAX_VALUE));
        assertThat(reports).isSorted().endsWith(1.0).hasSize(30);

        sizes.clear();
        assertThatThrownBy(() -> study.measureNow(plan, new Counting(new ArrayList<>(), 3)))
                .isInstanceOf(CancellationException.class);
        assertThat(sizes).hasSizeLessThan(6);
    }

    @Test
    void keepsAFewThousandImagesAtOnce() throws IOException {
        var many = SampleDigits.dataset("Many", 500, 3);
        study.measureNow(new RobustnessPlan(List.of(other), many, List.of(Distortion.COVER), 1), Progress.NONE);
        // The set itself, and then two pieces for each level.
        assertThat(sizes).startsWith(5000).hasSize(13);
        assertThat(sizes.subList(1, 13)).containsOnly(4096, 904);
    }

    @Test
    void distortsAnImageAlikeInASampleAndInTheWhole() throws IOException {
        var seen = new ArrayList<byte[]>();
        var watching = new RobustnessStudy(workers, (model, set, progress) -> {
            IntStream.range(0, set.size()).forEach(i -> seen.add(set.image(i)));
            return SampleModels.evaluation(model.name(), set);
        });
        var plan = new RobustnessPlan(List.of(one), images, List.of(Distortion.NOISE), 1);
        watching.measureNow(plan, Progress.NONE);
        var all = List.copyOf(seen);
        seen.clear();
        watching.measureNow(plan.withSample(10), Progress.NONE);
        assertThat(seen).hasSize(80).allMatch(image -> all.stream().anyMatch(full -> Arrays.equals(full, image)));
    }

    @Test
    void drawsTheSameSampleForTheSameSeed() {
        var plan = new RobustnessPlan(List.of(one), images, List.of(Distortion.SHIFT), 4);
        var sample = places(plan.withSample(20));
        assertThat(sample).hasSize(20).isSorted().doesNotHaveDuplicates();
        assertThat(places(plan.withSample(20))).isEqualTo(sample);
        assertThat(places(new RobustnessPlan(plan.models(), images, plan.distortions(), 5).withSample(20)))
                .isNotEqualTo(sample);
        assertThat(plan.withSample(50)).isSameAs(plan);
        assertThat(plan.withSample(1000)).isSameAs(plan);
    }

    @Test
    void numbersModelsThatShareAName() {
        var plan = new RobustnessPlan(List.of(one, one, other, one), images, List.of(Distortion.SHIFT), 1);
        assertThat(plan.modelNames()).containsExactly("one", "one (2)", "other", "one (3)");
    }

    @Test
    void showsOneImageOfEveryClassDistortedAsItWasMeasured() {
        var models = List.of(one, other);
        var report = study.measure(new RobustnessPlan(models, images, List.of(Distortion.SHIFT), 1), 40).result()
                .join();
        assertThat(report.images().size()).isEqualTo(40);
        var examples = study.examples(report, models, Distortion.THINNING, 1).result().join();
        assertThat(IntStream.range(0, 10).map(examples.images()::label)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(examples.answers()).extracting(Evaluation::modelName).containsExactly("one", "other");
        assertThat(examples.answers().getLast().accuracy()).isEqualTo(1);
        var untouched = study.examples(report, models, Distortion.THINNING, 0).result().join().images();
        assertThat(untouched.image(7)).isEqualTo(report.images().image(report.images().indicesByClass()[7][0]));
    }

    @Test
    void refusesToMeasureNothing() {
        assertThatThrownBy(() -> new RobustnessPlan(List.of(), images, List.of(Distortion.SHIFT), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RobustnessPlan(List.of(one), images, List.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Integer> places(RobustnessPlan plan) {
        return IntStream.range(0, plan.images().size()).map(plan.images()::sourceIndex).boxed().toList();
    }

    /** "one" reads images with a pixel of full ink, "other" all. */
    private Evaluation read(Model model, Dataset set, Progress progress) {
        progress.throwIfCancelled();
        sizes.add(set.size());
        var probabilities = new float[set.size()][10];
        for (int i = 0; i < probabilities.length; i++) {
            int image = i;
            boolean legible = model == other
                    || IntStream.range(0, set.imageSize()).anyMatch(p -> set.image(image)[p] == (byte) 255);
            probabilities[i][legible ? set.label(i) : (set.label(i) + 1) % 10] = 1;
        }
        progress.report(set.size(), set.size());
        return Evaluation.of(model.name(), set, probabilities);
    }

    /** Notes what is reported and cancels after some reports. */
    private record Counting(List<Double> reports, int most) implements Progress {
        @Override
        public void report(long done, long total) {
            reports.add((double) done / total);
        }

        @Override
        public boolean cancelled() {
            return reports.size() >= most;
        }
    }
}
