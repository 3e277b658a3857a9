package inkbench.task;

/** Something that takes long enough to be done away from the caller's thread. */
@FunctionalInterface
public interface Work<T> {
    /** Does it, reporting to {@code progress} and asking it now and then whether to go on. */
    T run(Progress progress) throws Exception;
}
