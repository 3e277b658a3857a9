package inkbench.desktop.draw.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;

class ReplayTest {
    @Test
    void endsWithAllPoints() {
        assertThat(Replay.counts(drawing(3, 4))).containsExactly(1, 2, 3, 4, 5, 6, 7);
        var many = Replay.counts(drawing(100_000, 1));
        assertThat(many).hasSize(60).isSorted().doesNotHaveDuplicates().endsWith(100_001);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0
            1, 1
            3, 3
            4, 3 1
            7, 3 4
            9, 3 4
            """)
    void showsADrawingAsItWas(int points, String sizes) {
        var begun = Replay.begun(drawing(3, 4), points);
        var found = begun.strokes().stream().map(stroke -> Integer.toString(stroke.points().size())).toList();
        assertThat(found.isEmpty() ? "0" : String.join(" ", found)).isEqualTo(sizes);
    }

    @Test
    void findsTheReadingThatWasTheNewest() {
        var replay = new Replay(Drawing.EMPTY, List.of(3, 6, 9), List.of());
        assertThat(IntStream.of(1, 3, 5, 6, 8, 9).map(replay::readingAt)).containsExactly(0, 0, 0, 1, 1, 2);
    }

    private static Drawing drawing(int... sizes) {
        return new Drawing(
                IntStream.of(sizes)
                        .mapToObj(
                                size -> new Stroke(
                                        IntStream.range(0, size).mapToObj(i -> new InkPoint(i, 0, i)).toList()))
                        .toList());
    }
}
