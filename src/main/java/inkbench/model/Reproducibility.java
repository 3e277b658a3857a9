package inkbench.model;

/**
 * What a run was promised: the same data, settings and seed give the same weights, bit for bit, whenever and on however many
 * threads, with so many shards, this native library and a processor of this vector level. With another of these, sums are
 * added up in another order and round otherwise.
 *
 * @param shards
 *            into how many parts the work on a batch was divided; 0 where it is not known
 * @param library
 *            the build of the native library, such as {@code linux-x86_64-onednn-avx2}
 * @param vectorLevel
 *            of the processor, such as {@code AVX2} or {@code AVX-512}
 */
public record Reproducibility(int shards, String library, String vectorLevel) {
    /** Of models from before it was recorded. */
    public static final Reproducibility UNKNOWN = new Reproducibility(0, "", "");
}
