package inkbench.model.network.layer.convolution;

import java.util.List;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.LayerSpec.Activate;
import inkbench.model.LayerSpec.Convolution;
import inkbench.model.LayerSpec.Dropout;
import inkbench.model.LayerSpec.MaxPooling;
import inkbench.model.network.tensor.OneDnn;

/**
 * Finds the convolutions for which oneDNN's version of Winograd's algorithm pays, which needs channels in groups. They stand
 * in a row: behind the convolution of a picture of one channel, which can put its channels into groups as it goes, and before a
 * max-pooling, which can put them together again.
 */
public final class Grouping {
    private static final int KERNEL = 3;
    // With fewer, transforming takes more than it saves.
    private static final int FEWEST_CHANNELS = 32;
    private static final int FEWEST_FILTERS = 64;

    private final List<Architecture.LayerSummary> rows;
    private final boolean[] grouped;

    /** Looks through an architecture. */
    public Grouping(Architecture architecture) {
        rows = architecture.summary();
        grouped = new boolean[rows.size()];
        int channels = architecture.input().channels();
        for (int i = 0; i < grouped.length; i++) {
            if (rows.get(i).layer() instanceof Convolution && channels == 1) {
                group(i);
            }
            channels = rows.get(i).outputShape().channels();
        }
    }

    private void group(int first) {
        int behind = next(first);
        while (isWorthIt(behind)) {
            behind = next(behind);
        }
        if (behind > next(first) && behind < rows.size() && rows.get(behind).layer() instanceof MaxPooling) {
            for (int i = first; i < behind; i++) {
                grouped[i] = fits(i);
            }
        }
    }

    private boolean isWorthIt(int i) {
        return i < rows.size()
                && rows.get(i).layer() instanceof Convolution convolution
                && convolution.kernel() == KERNEL
                && convolution.stride() == 1
                && convolution.filters() >= FEWEST_FILTERS
                && fits(i)
                && fits(i - 1)
                && rows.get(i - 1).outputShape().channels() >= FEWEST_CHANNELS;
    }

    private boolean fits(int i) {
        return rows.get(i).outputShape().channels() % OneDnn.GROUP == 0;
    }

    /** The next layer that minds where channels lie. */
    private int next(int i) {
        int next = i + 1;
        while (next < rows.size() && isElementwise(rows.get(next).layer())) {
            next++;
        }
        return next;
    }

    private static boolean isElementwise(LayerSpec layer) {
        return layer instanceof Activate || layer instanceof Dropout;
    }

    /** In how many groups the channels lie that come out of a layer. */
    public int groups(int layer) {
        return grouped[layer] ? rows.get(layer).outputShape().channels() / OneDnn.GROUP : 1;
    }
}
