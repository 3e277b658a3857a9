package inkbench.data.catalog;

import java.util.List;

/** Decides on files of which nobody knows for certain what they should hold. */
@FunctionalInterface
public interface Trust {
    /** Trusts no such file. */
    Trust NONE = files -> false;
    /** Trusts whatever comes. */
    Trust ANY = files -> true;

    /** Trusts exactly the files that somebody has been shown. */
    static Trust in(List<FoundFile> shown) {
        return shown::equals;
    }

    /** Whether to keep them. */
    boolean accepts(List<FoundFile> files);
}
