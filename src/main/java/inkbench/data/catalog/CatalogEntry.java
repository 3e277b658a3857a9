package inkbench.data.catalog;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import inkbench.data.Part;
import inkbench.data.download.WantedFile;

/**
 * A data set that can be fetched.
 *
 * @param name
 *            what commands call it, in small letters; also the name of its folder
 * @param title
 *            what people call it
 * @param images
 *            how many images each part has
 * @param classNames
 *            of the labels from 0
 * @param format
 *            what the files hold
 * @param transposed
 *            whether rows and columns are exchanged in the files
 * @param mirrors
 *            addresses that the name of a file is appended to, best first
 * @param licence
 *            in a few words
 * @param citation
 *            whom to cite
 * @param notes
 *            what else one should know
 */
public record CatalogEntry(
        String name,
        String title,
        Map<Part, Integer> images,
        List<String> classNames,
        SetFormat format,
        boolean transposed,
        List<URI> mirrors,
        List<CatalogFile> files,
        String licence,
        String citation,
        String notes) {
    public CatalogEntry {
        images = Map.copyOf(images);
        classNames = List.copyOf(classNames);
        mirrors = List.copyOf(mirrors);
        files = List.copyOf(files);
    }

    /** Images of all parts together. */
    public int imageCount() {
        return images.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Bytes to download, where all sizes are known. */
    public OptionalLong downloadSize() {
        boolean known = files.stream().allMatch(file -> file.size().isPresent());
        return known
                ? OptionalLong.of(files.stream().mapToLong(file -> file.size().getAsLong()).sum())
                : OptionalLong.empty();
    }

    /** Whether it is known for certain what every file has to hold. Otherwise the user has to trust it the first time. */
    public boolean verifiable() {
        return files.stream().allMatch(file -> file.sha256().isPresent());
    }

    WantedFile wanted(CatalogFile file) {
        var sources = mirrors.stream().map(mirror -> mirror.resolve(file.name())).toList();
        return new WantedFile(file.name(), sources, file.size(), file.sha256());
    }

    /** The names that lie in the installed folder. */
    List<String> installedNames() {
        return files.stream().flatMap(file -> file.installedNames().stream()).toList();
    }
}
