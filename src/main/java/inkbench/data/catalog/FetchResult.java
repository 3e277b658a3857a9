package inkbench.data.catalog;

import java.util.List;

/** How fetching a data set went. */
public sealed interface FetchResult {
    /** The data set it is about. */
    CatalogEntry entry();

    /** It is installed, now or before. */
    record Installed(CatalogEntry entry) implements FetchResult {}

    /**
     * It is downloaded and not installed, because nobody knows for certain what some files should hold, and they were not
     * trusted. They wait: the next time they need not be downloaded again.
     *
     * @param files
     *            those files, as they came
     */
    record Unverified(CatalogEntry entry, List<FoundFile> files) implements FetchResult {
        public Unverified {
            files = List.copyOf(files);
        }
    }
}
