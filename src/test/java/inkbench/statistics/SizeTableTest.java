package inkbench.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import inkbench.data.Part;

class SizeTableTest {
    private static final ClassDistribution SIZES = new ClassDistribution(
            List.of("0", "1"),
            Map.of(Part.TRAIN, List.of(30, 10), Part.HOLDOUT, List.of(5, 5)));

    @Test
    void hasARowForEachPartAndOneForAll() {
        assertThat(StatisticsFiles.toCsv(SizeTable.of(SIZES, Map.of()))).isEqualTo("""
                part,0,1,total,0 %,1 %,total %
                train,30,10,40,75.0,25.0,80.0
                holdout,5,5,10,50.0,50.0,20.0
                all,35,15,50,70.0,30.0,100.0
                """);
    }

    @Test
    void hasAColumnForTheWritersThatAreKnown() {
        var csv = StatisticsFiles.toCsv(SizeTable.of(SIZES, Map.of(Part.TRAIN, 7)));

        assertThat(csv.lines().map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("writers", "7", "", "");
    }

    @Test
    void tellsClassesApartThatDifferOnlyInCase() {
        var letters = new ClassDistribution(List.of("A", "a", "Total"), Map.of(Part.TRAIN, List.of(1, 2, 3)));

        assertThat(SizeTable.of(letters, Map.of()).columnNames())
                .startsWith("part", "A", "a (1)", "Total (2)", "total");
    }
}
