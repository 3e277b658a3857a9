package inkbench.desktop.common.chart;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;

/** How the axes of a {@link CurveChart} write their numbers. */
enum AxisNumbers {
    /** As they are; on the horizontal axis whole ones, because epochs are counted. */
    PLAIN {
        @Override
        NumberFormat format(int decimals) {
            return digits(NumberFormat.getNumberInstance(), decimals);
        }
    },
    /** Shares of 1, in percent. */
    SHARES {
        @Override
        NumberFormat format(int decimals) {
            return digits(NumberFormat.getPercentInstance(), Math.max(0, decimals - 2));
        }
    };

    /** Writes numbers with so many digits behind the point that matter, of a share those of 1 and not of 100. */
    abstract NumberFormat format(int decimals);

    List<String> labels(Ticks ticks) {
        var format = format(ticks.decimals());
        return Arrays.stream(ticks.values()).mapToObj(format::format).toList();
    }

    private static NumberFormat digits(NumberFormat format, int decimals) {
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }
}
