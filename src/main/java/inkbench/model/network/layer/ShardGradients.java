package inkbench.model.network.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import inkbench.model.network.tensor.Tensor;

/** The gradient of a layer's parameters as every shard sees it, and their sum in a fixed order. */
public final class ShardGradients {
    private static final int PIECE = 8192;

    private final Tensor[] parts;
    private final Tensor sum;
    private final long offset;
    private final int count;

    /**
     * Buffers of zeros.
     *
     * @param sum
     *            takes the sum, at {@code offset}
     * @param count
     *            how many parameters the layer has
     */
    public ShardGradients(int shards, Tensor sum, long offset, int count) {
        this.sum = sum;
        this.offset = offset;
        this.count = count;
        parts = new Tensor[shards];
        Arrays.setAll(parts, i -> new Tensor(count));
    }

    /** Where a shard puts its part. */
    public Tensor part(int shard) {
        return parts[shard];
    }

    /** All native memory that was made, to be freed. */
    public List<Tensor> buffers() {
        return List.of(parts);
    }

    /** Add them up. */
    public List<Phase.InPieces> sums() {
        var phases = new ArrayList<Phase.InPieces>();
        for (int from = 0; from < count; from += PIECE) {
            int start = from;
            int length = Math.min(PIECE, count - from);
            var total = new float[length];
            var addend = new float[length];
            phases.add(new Phase.InPieces(1, (_, pass) -> add(pass, start, total, addend)));
        }
        return phases;
    }

    private void add(Pass pass, int from, float[] total, float[] addend) {
        Arrays.fill(total, 0);
        for (int shard = 0; shard < parts.length; shard++) {
            if (!pass.isEmpty(shard)) {
                parts[shard].read(from, addend, addend.length);
                for (int i = 0; i < total.length; i++) {
                    total[i] += addend[i];
                }
            }
        }
        sum.write(offset + from, total, 0, total.length);
    }
}
