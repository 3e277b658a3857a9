package inkbench.model.network.layer;

/** A part of what a layer does with a batch, in pieces that may be done side by side and in any order. */
public sealed interface Phase {
    /** What there is to do. */
    Work work();

    /** The work on one piece. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param piece
         *            which one, from 0; never two threads at a time with the same
         */
        void run(int piece, Pass pass);
    }

    /**
     * One piece for every shard that has samples, which looks at no other shard's samples. A shard may go on to the next
     * phase of this kind while others are still at this one, so that what it works on stays in the processor's cache.
     */
    record OfShards(Work work) implements Phase {}

    /** So many pieces, which may look at the whole batch: nothing else goes on meanwhile. */
    record InPieces(int pieces, Work work) implements Phase {}
}
