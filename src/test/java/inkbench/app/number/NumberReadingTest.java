package inkbench.app.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import inkbench.app.Workbench;
import inkbench.app.strokes.StrokeFile;
import inkbench.data.generator.WrittenDigits;
import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.ink.number.Box;
import inkbench.model.Model;
import inkbench.testing.ComposedNumber;
import inkbench.testing.ComposedNumber.Written;
import inkbench.testing.TestData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberReadingTest {
    private static final int COUNT = 200;

    private static Workbench workbench;
    private static Model model;

    @BeforeAll
    static void open() throws IOException {
        workbench = new Workbench();
        model = workbench.models().shipped();
    }

    @AfterAll
    static void close() {
        workbench.close();
    }

    @ParameterizedTest(name = "{0} digits, gaps from {1} to {2} digit widths")
    @CsvSource({"3, 0.1, 0.5", "3, 0.02, 0.1", "1, 0.1, 0.5", "6, 0.1, 0.5"})
    void dividesNumbersOfRealWritersAtTheirGaps(int length, double least, double most) throws Exception {
        var pen = StrokeFile.read(TestData.folder().resolve("strokes").resolve("pendigits_strokes.jsonl"))
                .stream()
                .map(sample -> new Written(sample.label().orElseThrow(), sample.drawing()))
                .toList();

        var result = Result.of(pen, length, least, most);

        System.out.println("numbers of " + length + " digits, gaps " + least + "…" + most + ": " + result);
        assertThat(result.divided).as(result.toString()).isGreaterThanOrEqualTo((int) (0.98 * COUNT));
        // What was divided rightly is read as its digits are read alone.
        assertThat(result.whole).as(result.toString()).isGreaterThanOrEqualTo(result.readAlone - COUNT / 50);
    }

    @Test
    void dividesGeneratedNumbers() {
        var result = Result.of(WrittenDigits.of(40, 5), 3, 0.1, 0.5);

        assertThat(result.divided).as(result.toString()).isGreaterThanOrEqualTo((int) (0.98 * COUNT));
    }

    @Test
    void readsStrokesThatGoOnIntoTheNextDigit() {
        // A 1 whose foot goes on along the line and up into another 1.
        var drawing = drawing(new double[][]{{0, 0, 0, 100, 150, 100, 150, 0}});

        var digits = read(drawing).digits();

        assertThat(digits).hasSizeGreaterThan(1);
        assertThat(digits.getFirst().box().right()).isLessThanOrEqualTo(digits.getLast().box().left());
    }

    @Test
    void keepsStrokesOfOneDigitTogether() {
        // A 5 with its bar apart, a 7 with a bar across, each beside a 1.
        var drawing = drawing(
                new double[][]{{10, 0, 5, 45, 35, 45, 45, 70, 30, 98, 0, 95}, {14, 0, 48, -2}, {75, 0, 75, 100},
                        {100, 0, 150, 0, 120, 100}, {110, 50, 145, 50}});

        var number = read(drawing);

        assertThat(number.figures()).isEqualTo("517");
        assertThat(number.digits()).extracting(digit -> digit.drawing().strokes().size()).containsExactly(2, 1, 2);
    }

    @Test
    void ordersDigitsFromLeftToRightWhateverWasWrittenFirst() {
        var drawing = drawing(new double[][]{{100, 0, 150, 0, 120, 100}, {50, 0, 50, 100}});

        assertThat(read(drawing).figures()).isEqualTo("17");
    }

    @Test
    void readsDigitsThatWereDividedByHand() {
        var one = drawing(new double[][]{{0, 0, 0, 100}});
        var seven = drawing(new double[][]{{20, 0, 70, 0, 40, 100}});

        var number = workbench.numbers().readDigits(model.architecture(), model.weights(), List.of(one, seven)).join();

        assertThat(number.figures()).isEqualTo("17");
    }

    @Test
    void findsNoDigitInNothing() {
        assertThat(read(Drawing.EMPTY).figures()).isEmpty();
    }

    @Test
    void answersToAClick() {
        assertThat(read(drawing(new double[][]{{5, 5}})).digits()).hasSize(1);
    }

    @Test
    void answersToALineAcrossEverything() {
        assertThat(read(drawing(new double[][]{{0, 50, 2000, 52}})).digits()).isNotEmpty();
    }

    @Test
    void answersToAScribbleOfAHundredThousandPoints() {
        var random = new Random(1);
        var scribble = new double[1][200_000];
        for (int i = 0; i < scribble[0].length; i++) {
            scribble[0][i] = 500 * random.nextDouble();
        }

        assertThat(read(drawing(scribble)).digits()).isNotEmpty();
    }

    @Test
    void answersToAHundredThousandDots() {
        var random = new Random(1);
        var dots = new double[100_000][];
        for (int i = 0; i < dots.length; i++) {
            dots[i] = new double[]{5000 * random.nextDouble(), 500 * random.nextDouble()};
        }

        assertThat(read(drawing(dots)).digits()).hasSizeBetween(1, 64);
    }

    private static ReadNumber read(Drawing drawing) {
        return workbench.numbers().read(model.architecture(), model.weights(), drawing).join();
    }

    private static Drawing drawing(double[][] strokes) {
        var drawn = new ArrayList<Stroke>();
        for (var coordinates : strokes) {
            var points = new ArrayList<InkPoint>();
            for (int i = 0; i < coordinates.length; i += 2) {
                points.add(new InkPoint(coordinates[i], coordinates[i + 1], 0));
            }
            drawn.add(new Stroke(points));
        }
        return new Drawing(drawn);
    }

    /** How many of {@code COUNT} numbers were divided rightly, were read rightly, and are read rightly digit by digit. */
    private record Result(int divided, int whole, int readAlone, List<String> wronglyDivided) {
        static Result of(List<Written> digits, int length, double least, double most) {
            var random = new Random(11);
            int divided = 0;
            int whole = 0;
            int alone = 0;
            var wrong = new ArrayList<String>();
            for (int i = 0; i < COUNT; i++) {
                var parts = random.ints(length, 0, digits.size()).mapToObj(digits::get).toList();
                var number = ComposedNumber.of(parts, least, most, random);
                var read = read(number.drawing());
                var byHand = workbench.numbers().readDigits(model.architecture(), model.weights(), number.digits());
                whole += read.figures().equals(number.figures()) ? 1 : 0;
                alone += byHand.join().figures().equals(number.figures()) ? 1 : 0;
                if (boxes(read).equals(boxes(byHand.join()))) {
                    divided++;
                } else {
                    wrong.add(number.figures() + " as " + read.figures());
                }
            }
            return new Result(divided, whole, alone, wrong);
        }

        private static List<Box> boxes(ReadNumber number) {
            return number.digits().stream().map(NumberDigit::box).sorted(Comparator.comparingDouble(Box::left))
                    .toList();
        }
    }
}
