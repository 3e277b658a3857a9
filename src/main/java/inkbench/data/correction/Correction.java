package inkbench.data.correction;

/** What is done about an image whose label, or which itself, is or seems wrong. */
public sealed interface Correction {
    /**
     * It gets another label.
     *
     * @param label
     *            its class, from 0
     */
    record Relabel(int label) implements Correction {}

    /** Its label was looked at again, and is right. */
    record Confirm() implements Correction {}

    /** It is left out. */
    record Exclude() implements Correction {}
}
