package inkbench.model.network.layer;

import java.util.List;

/**
 * A layer at work, with buffers of its own, bound to what comes before and after it. Reads the values before it and writes
 * those behind it; backward the other way round, with gradients. How the work is divided depends on the batch alone and never
 * on the number of threads, so that the results have the same bits on any number.
 */
public interface Layer {
    /** Computes the values behind the layer; in this order. */
    List<Phase> forward();

    /**
     * From the gradient behind the layer computes that before it and that of its parameters, for the samples of the last
     * forward pass; in this order.
     */
    List<Phase> backward();

    /**
     * Adds up what the shards know of the gradient of the parameters, each piece a part of it; after all layers are back.
     */
    default List<Phase.InPieces> sums() {
        return List.of();
    }
}
