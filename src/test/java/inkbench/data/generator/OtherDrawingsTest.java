package inkbench.data.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class OtherDrawingsTest {
    @Test
    void areTheSameAgainOnAnyNumberOfThreads() throws Exception {
        try (var one = new ForkJoinPool(1); var four = new ForkJoinPool(4)) {
            var alone = one.submit(() -> OtherDrawings.generate(200, 3).provenance().sha256()).get();
            var together = four.submit(() -> OtherDrawings.generate(200, 3).provenance().sha256()).get();
            assertThat(together).isEqualTo(alone).isNotEqualTo(OtherDrawings.generate(200, 4).provenance().sha256());
        }
    }

    @Test
    void haveInkButNoLabels() {
        var others = OtherDrawings.generate(200, 1);

        assertThat(others.labelled()).isFalse();
        assertThat(others.width()).isEqualTo(28);
        assertThat(IntStream.range(0, others.size()))
                .allMatch(i -> IntStream.range(0, 784).filter(p -> others.image(i)[p] != 0).count() > 20);
    }

    @Test
    void knowNoLetterThatCouldBeADigit() {
        assertThat(Skeletons.others()).extracting(Skeleton::name)
                .doesNotHaveDuplicates()
                .doesNotContain("O", "o", "I", "l", "i", "S", "s", "Z", "z", "B", "b", "g", "q", "D", "G", "y");
    }
}
