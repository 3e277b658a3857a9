package inkbench.desktop.evaluate.flows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.junit.jupiter.api.Test;

import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.evaluation.ConfusionMatrix;

class FlowLayoutTest {
    private final ConfusionMatrix matrix = new ConfusionMatrix(
            List.of("a", "b", "c"),
            new long[][]{{50, 10, 0}, {0, 30, 0}, {2, 0, 8}});

    @Test
    void givesEveryImageTheSameHeightAndHidesEmptyFlows() {
        var layout = FlowLayout.of(matrix, 20, 112, false);
        assertThat(layout.ribbons()).extracting(Ribbon::cell)
                .containsExactly(new Cell(0, 0), new Cell(0, 1), new Cell(1, 1), new Cell(2, 0), new Cell(2, 2));
        assertThat(layout.ribbons()).extracting(Ribbon::height).containsExactly(50.0, 10.0, 30.0, 2.0, 8.0);
    }

    @Test
    void stacksRibbonsWithoutGapsInTheirClasses() {
        var layout = FlowLayout.of(matrix, 20, 112, false);
        var fromThird = layout.ribbons().get(3);
        assertThat(fromThird.from()).isEqualTo(20 + 60 + 6 + 30 + 6);
        assertThat(fromThird.to()).isEqualTo(20 + 50);
        var last = layout.predictions().getLast();
        assertThat(last.top() + last.height()).isCloseTo(132, within(1e-9));
    }

    @Test
    void givesErrorsAllTheRoomOnDemand() {
        var layout = FlowLayout.of(matrix, 0, 112, true);
        assertThat(layout.ribbons()).extracting(Ribbon::cell).containsExactly(new Cell(0, 1), new Cell(2, 0));
        assertThat(layout.ribbons().getFirst().height()).isCloseTo(100 * 10 / 12.0, within(1e-9));
    }

    @Test
    void hasNoRibbonsWithoutErrors() {
        var right = new ConfusionMatrix(List.of("a", "b"), new long[][]{{5, 0}, {0, 5}});
        assertThat(FlowLayout.of(right, 0, 100, true).ribbons()).isEmpty();
    }

    @Test
    void prefersTheThinRibbonWhereRibbonsCross() {
        var layout = FlowLayout.of(matrix, 0, 112, false);
        var thin = layout.ribbons().get(3);
        assertThat(layout.at(0.8, thin.top(0.8) + 1)).contains(thin);
        assertThat(layout.at(1.2, thin.top(1))).isEmpty();
    }
}
