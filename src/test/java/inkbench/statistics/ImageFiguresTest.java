package inkbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageFiguresTest {
    @Test
    void weighsTheCentreByTheInk() {
        var figures = ImageFigures.of(new byte[]{0, 0, 0, (byte) 200, 0, 100}, 3);

        assertThat(figures).isEqualTo(new ImageFigures(50, 1 / 3.0, 2 / 3.0, 1));
    }

    @Test
    void hasNoCentreWithoutInk() {
        var figures = ImageFigures.of(new byte[4], 2);

        assertThat(figures.inkShare()).isZero();
        assertThat(figures.centreX()).isNaN();
    }
}
