package inkbench.data.catalog;

import java.util.List;

import inkbench.task.Progress;

/** Puts the progress of one file after the other together: bytes of all files. */
final class FetchProgress {
    private final Progress whole;
    private final List<CatalogFile> files;
    private final long[] totals;
    private long before;

    FetchProgress(List<CatalogFile> files, Progress whole) {
        this.files = files;
        this.whole = whole;
        totals = files.stream().mapToLong(file -> file.size().orElse(0)).toArray();
    }

    /** What the download of the file with that number, from 0, reports to. */
    Progress of(int number) {
        return new Progress() {
            @Override
            public void report(long done, long total) {
                totals[number] = total;
                whole.report(before + done, total());
            }

            @Override
            public boolean cancelled() {
                return whole.cancelled();
            }
        };
    }

    /** Says that a file is there. */
    void done(int number, long size) {
        totals[number] = size;
        before += size;
        whole.report(before, total());
    }

    /** 0 while the size of a file is unknown. */
    private long total() {
        long total = 0;
        for (int i = 0; i < files.size(); i++) {
            if (totals[i] <= 0) {
                return 0;
            }
            total += totals[i];
        }
        return total;
    }
}
