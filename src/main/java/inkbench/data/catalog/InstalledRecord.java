package inkbench.data.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import inkbench.data.AtomicFile;
import inkbench.data.DataException;
import inkbench.text.Messages;

/**
 * What an installed folder holds: {@code installed.json} in it.
 *
 * @param name
 *            of the data set
 * @param downloads
 *            what was downloaded
 * @param files
 *            what lies in the folder; the same, unless it was taken out of an archive
 */
record InstalledRecord(String name, List<FoundFile> downloads, List<FoundFile> files) {
    static final String FILE = "installed.json";
    private static final int VERSION = 1;
    private static final int MOST_FILES = 100;
    private static final Messages MESSAGES = Messages.of(InstalledRecord.class);

    InstalledRecord {
        downloads = List.copyOf(downloads);
        files = List.copyOf(files);
    }

    /**
     * Reads the record of a folder.
     *
     * @throws DataException
     *             if it is damaged
     */
    static InstalledRecord read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        try (var in = Files.newInputStream(file)) {
            var root = StrictJson.read(in, file.toString()).closed("version", "name", "downloads", "files");
            root.whole("version", VERSION, VERSION);
            return new InstalledRecord(root.text("name"), files(root, "downloads"), files(root, "files"));
        }
    }

    private static List<FoundFile> files(StrictJson root, String field) throws DataException {
        var files = new ArrayList<FoundFile>();
        for (var file : root.objects(field, 1, MOST_FILES)) {
            file.closed("name", "size", "sha256");
            files.add(
                    new FoundFile(
                            file.text("name", CatalogReader.FILE_NAME, MESSAGES.get("catalog.fileName")),
                            file.whole("size", 0, Long.MAX_VALUE),
                            file.text("sha256", CatalogReader.SHA256, MESSAGES.get("catalog.sha256"))));
        }
        return files;
    }

    void write(Path folder) throws IOException {
        AtomicFile.write(folder.resolve(FILE), this::write);
    }

    private void write(OutputStream out) throws IOException {
        var root = StrictJson.MAPPER.createObjectNode();
        root.put("version", VERSION);
        root.put("name", name);
        for (var list : List.of(new Field("downloads", downloads), new Field("files", files))) {
            var array = root.putArray(list.name());
            for (var file : list.files()) {
                array.addObject()
                        .put("name", file.name())
                        .put("size", file.size())
                        .put("sha256", file.sha256());
            }
        }
        out.write(StrictJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
    }

    private record Field(String name, List<FoundFile> files) {}
}
