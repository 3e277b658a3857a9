package inkbench.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import inkbench.data.DataException;
import inkbench.data.Part;
import inkbench.text.Messages;

/** Reads {@code catalog.json}; refuses whatever is not as {@code docs/file-formats.md} has it. */
final class CatalogReader {
    static final int VERSION = 1;
    static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    /** A name that is one and the same file on every system: no folder, nothing hidden, nothing reserved. */
    static final Pattern FILE_NAME = Pattern
            .compile("(?!(?i:con|prn|aux|nul|com\\d|lpt\\d)(\\.|$))[A-Za-z0-9_][A-Za-z0-9._-]{0,99}(?<!\\.)");

    private static final Pattern SET_NAME = Pattern.compile("(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MEMBER = Pattern.compile("([A-Za-z0-9_][A-Za-z0-9._-]*/)*" + FILE_NAME.pattern());
    private static final Pattern MIRROR = Pattern.compile("https://[^/?#@\\s]+/(?:[^?#\\s]*/)?");
    private static final int MOST_SETS = 100;
    private static final int MOST_MIRRORS = 10;
    private static final int MOST_FILES = 20;
    private static final int MOST_CLASSES = 62;
    private static final long LARGEST_FILE = 1L << 32;
    private static final Messages MESSAGES = Messages.of(CatalogReader.class);

    private CatalogReader() {}

    /**
     * Reads a catalog.
     *
     * @throws DataException
     *             if it is none; the message says what is wrong and where
     */
    static Catalog read(InputStream in, String source) throws IOException {
        var root = StrictJson.read(in, source).closed("version", "sets");
        root.whole("version", VERSION, VERSION);
        var entries = new ArrayList<CatalogEntry>();
        var names = new HashSet<String>();
        for (var set : root.objects("sets", 1, MOST_SETS)) {
            var entry = entry(set);
            if (!names.add(entry.name())) {
                throw set.wrong("name", MESSAGES.get("catalog.unique"));
            }
            entries.add(entry);
        }
        return new Catalog(entries);
    }

    private static CatalogEntry entry(StrictJson set) throws DataException {
        set.closed(
                "name",
                "title",
                "images",
                "classes",
                "format",
                "transposed",
                "mirrors",
                "files",
                "licence",
                "citation",
                "notes");
        var entry = new CatalogEntry(
                set.text("name", SET_NAME, MESSAGES.get("catalog.name")),
                set.text("title"),
                images(set.object("images")),
                set.texts("classes", 2, MOST_CLASSES),
                set.has("format") ? format(set) : SetFormat.IDX,
                set.has("transposed") && set.flag("transposed"),
                mirrors(set),
                files(set),
                set.text("licence"),
                set.text("citation"),
                set.text("notes"));
        var names = entry.installedNames();
        if (new HashSet<>(names).size() < names.size() || names.contains(InstalledRecord.FILE)) {
            throw set.wrong("files", MESSAGES.get("catalog.unique"));
        }
        return entry;
    }

    private static Map<Part, Integer> images(StrictJson counts) throws DataException {
        var keys = Arrays.stream(Part.values()).map(Part::key).toArray(String[]::new);
        counts.closed(keys);
        var images = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            if (counts.has(part.key())) {
                images.put(part, (int) counts.whole(part.key(), 1, Integer.MAX_VALUE));
            }
        }
        return images;
    }

    private static SetFormat format(StrictJson set) throws DataException {
        var key = set.text("format");
        var formats = List.of(SetFormat.values());
        for (var format : formats) {
            if (format.key().equals(key)) {
                return format;
            }
        }
        throw set.wrong("format", String.join(", ", formats.stream().map(SetFormat::key).toList()));
    }

    /** Secure addresses of folders. */
    private static List<URI> mirrors(StrictJson set) throws DataException {
        var expected = MESSAGES.get("catalog.mirror");
        var mirrors = new ArrayList<URI>();
        for (var mirror : set.texts("mirrors", 1, MOST_MIRRORS, MIRROR, expected)) {
            try {
                mirrors.add(URI.create(mirror));
            } catch (IllegalArgumentException noAddress) {
                throw set.wrong("mirrors", expected);
            }
        }
        return mirrors;
    }

    private static List<CatalogFile> files(StrictJson set) throws DataException {
        var files = new ArrayList<CatalogFile>();
        for (var file : set.objects("files", 1, MOST_FILES)) {
            file.closed("name", "size", "sha256", "members");
            var size = file.has("size") ? OptionalLong.of(file.whole("size", 1, LARGEST_FILE)) : OptionalLong.empty();
            Optional<String> sha256 = file.has("sha256")
                    ? Optional.of(file.text("sha256", SHA256, MESSAGES.get("catalog.sha256")))
                    : Optional.empty();
            var expected = MESSAGES.get("catalog.fileName");
            List<String> members = file.has("members")
                    ? file.texts("members", 1, MOST_FILES, MEMBER, expected)
                    : List.of();
            files.add(new CatalogFile(file.text("name", FILE_NAME, expected), size, sha256, members));
        }
        return files;
    }
}
