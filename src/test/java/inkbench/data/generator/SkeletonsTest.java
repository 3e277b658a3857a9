package inkbench.data.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | oval slashed
            1 | plain short-flag flag-and-foot
            2 | plain looped
            3 | round flat
            4 | open closed
            5 | one-stroke two-strokes
            6 | plain curled
            7 | plain barred serif
            8 | from-right two-circles
            9 | straight curved hooked
            """)
    void knowsTheWaysInWhichPeopleWrite(int digit, String names) {
        assertThat(Skeletons.of(digit)).extracting(Skeleton::name).doesNotHaveDuplicates().contains(names.split(" "));
        assertThat(Skeletons.of(digit)).allSatisfy(way -> {
            assertThat(way.share()).isPositive();
            assertThat(way.strokes()).isNotEmpty().allSatisfy(knots -> assertThat(knots).hasSizeGreaterThan(1));
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = "0\n1\n2\n3\n4\n5\n6\n7\n8\n9")
    void givesEveryWayToSomeWriter(int digit) {
        var used = LongStream.range(0, 1000)
                .mapToObj(i -> Writer.of(Chance.of(1, "writer", i)).habits().get(digit).name())
                .collect(Collectors.toSet());
        assertThat(Skeletons.of(digit)).extracting(Skeleton::name).allSatisfy(name -> assertThat(used).contains(name));
    }
}
