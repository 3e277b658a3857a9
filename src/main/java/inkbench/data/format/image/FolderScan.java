package inkbench.data.format.image;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import inkbench.data.Part;
import inkbench.data.format.image.PictureList.Picture;
import inkbench.data.format.source.PartName;
import inkbench.data.format.source.SourceFile;

/**
 * Finds the pictures of a folder without opening one: a folder for each class, or all in one folder with a table of labels,
 * or all in one folder without labels; and any of these in folders called {@code train} and {@code test}.
 */
final class FolderScan {
    private static final Map<String, Part> PARTS = Map
            .of("train", Part.TRAIN, "training", Part.TRAIN, "test", Part.TEST, "testing", Part.TEST, "holdout",
                    Part.HOLDOUT);
    private static final Set<String> NO_CLASSES = Set.of();

    private final List<Path> pictures = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<Path> tables = new ArrayList<>();
    private int others;

    /** Looks at the names in one folder. */
    private FolderScan(Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (var child : children) {
                add(child);
            }
        } catch (AccessDeniedException e) {
            throw new SourceFile(folder).denied();
        }
        pictures.sort(null);
        folders.sort(null);
        tables.sort(null);
    }

    private void add(Path child) {
        var name = child.getFileName().toString();
        if (PictureFile.isNamedAsOne(name)) {
            pictures.add(child);
        } else if (Files.isDirectory(child)) {
            // Such as .git and __MACOSX, which other programs leave behind.
            if (!name.startsWith(".") && !name.startsWith("__")) {
                folders.add(child);
            }
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            tables.add(child);
        } else {
            others++;
        }
    }

    /** The parts with pictures; none where there are no pictures. */
    static Map<Part, PictureList> parts(Path folder) throws IOException {
        var parts = new EnumMap<Part, PictureList>(Part.class);
        var scan = new FolderScan(folder);
        for (var child : scan.folders) {
            var part = PARTS.get(child.getFileName().toString().toLowerCase(Locale.ROOT));
            var found = part == null ? Optional.<PictureList>empty() : new FolderScan(child).list(child);
            if (found.isPresent() && parts.put(part, found.get()) != null) {
                throw new SourceFile(folder).fault(ImageFolderReader.MESSAGES, "pictures.parts", part.key());
            }
        }
        if (parts.isEmpty()) {
            scan.list(folder).ifPresent(list -> parts.put(PartName.of(new SourceFile(folder).lastName()), list));
        }
        return parts;
    }

    /** The pictures of one part, whose folder this is. */
    private Optional<PictureList> list(Path folder) throws IOException {
        var byClass = new TreeMap<String, FolderScan>(ClassOrder.ORDER);
        for (var child : folders) {
            byClass.put(child.getFileName().toString(), new FolderScan(child));
        }
        if (byClass.values().stream().anyMatch(scan -> !scan.pictures.isEmpty())) {
            return Optional.of(classes(folder, byClass));
        }
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        if (!tables.isEmpty()) {
            var table = LabelsTable.choose(tables);
            if (table.isPresent()) {
                return Optional.of(LabelsTable.read(folder, table.get(), pictures, others + tables.size() - 1));
            }
        }
        var unlabelled = pictures.stream().map(file -> new Picture(file, "")).toList();
        return Optional.of(
                new PictureList(folder, PictureList.inOrder(unlabelled), NO_CLASSES, others + tables.size()));
    }

    private PictureList classes(Path folder, Map<String, FolderScan> byClass) {
        var found = new ArrayList<Picture>();
        var classes = new TreeSet<String>();
        int left = others + pictures.size() + tables.size();
        for (var entry : byClass.entrySet()) {
            var scan = entry.getValue();
            var name = entry.getKey();
            left += scan.others + scan.tables.size();
            // An empty folder is a class without a picture; one with other files is something else.
            if (!scan.pictures.isEmpty() || scan.others + scan.tables.size() + scan.folders.size() == 0) {
                classes.add(name);
            }
            scan.pictures.forEach(file -> found.add(new Picture(file, name)));
        }
        return new PictureList(folder, PictureList.inOrder(found), classes, left);
    }
}
