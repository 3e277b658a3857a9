package inkbench.data.correction;

/** What is done about an image whose label, or which itself, is wrong. */
public sealed interface Correction {
    /**
     * It gets another label.
     *
     * @param label
     *            its class, from 0
     */
    record Relabel(int label) implements Correction {}

    /** It is left out. */
    record Exclude() implements Correction {}
}
