package inkbench.data.download;

import java.net.URI;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * What downloads may do.
 *
 * @param allowed
 *            which addresses may be asked, redirections included
 * @param patience
 *            how long a source may send nothing
 * @param attempts
 *            how often a source is asked that cuts off
 * @param largest
 *            bytes that a file of unknown size may have
 * @param disk
 *            where they are written
 */
public record DownloadRules(Predicate<URI> allowed, Duration patience, int attempts, long largest, Disk disk) {
    /** Only HTTPS, 30 seconds without a byte, three attempts, 1 GiB. */
    public static final DownloadRules HTTPS_ONLY = new DownloadRules(
            address -> "https".equalsIgnoreCase(address.getScheme()), Duration.ofSeconds(30), 3, 1L << 30, Disk.REAL);

    public DownloadRules {
        if (attempts < 1 || largest < 1 || !patience.isPositive()) {
            throw new IllegalArgumentException("Nothing could be downloaded by these rules");
        }
    }
}
