package inkbench.desktop.data.statistics;

import java.util.List;
import java.util.Optional;

import inkbench.statistics.PixelStatistic;

/** What the sheet of pixel statistics shows. */
enum StatisticsView {
    /** Mean, median and standard deviation of every class below each other. */
    OVERVIEW(PixelStatistic.MEAN, PixelStatistic.MEDIAN, PixelStatistic.STANDARD_DEVIATION), MEAN(
            PixelStatistic.MEAN), MEDIAN(PixelStatistic.MEDIAN), STANDARD_DEVIATION(
                    PixelStatistic.STANDARD_DEVIATION), MINIMUM(
                            PixelStatistic.MINIMUM), MAXIMUM(PixelStatistic.MAXIMUM), ENTROPY(PixelStatistic.ENTROPY),
    /** The means of two classes and what one has more than the other. */
    DIFFERENCE(PixelStatistic.MEAN);

    private final List<PixelStatistic> statistics;

    StatisticsView(PixelStatistic... statistics) {
        this.statistics = List.of(statistics);
    }

    /** From top to bottom. */
    List<PixelStatistic> statistics() {
        return statistics;
    }

    /** The one statistic that fills the sheet. */
    Optional<PixelStatistic> only() {
        return this == DIFFERENCE || this == OVERVIEW ? Optional.empty() : Optional.of(statistics.getFirst());
    }
}
