package inkbench.app.explaining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import inkbench.data.AtomicFile;

/**
 * Explanations as pictures in a folder, one for each drawing. Whatever the drawings are called, the names are good on every
 * system, and no two are the same.
 */
public final class ExplanationFolder {
    private static final int LONGEST_NAME = 100;
    /** Names that Windows keeps for devices, whatever follows the first dot. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final String PORTS = "(com|lpt)\\d";

    private final Path folder;
    private final Set<String> names = new HashSet<>();

    /** Pictures in a folder, which is made with the first of them. */
    public ExplanationFolder(Path folder) {
        this.folder = folder;
    }

    /** How many were written. */
    public int size() {
        return names.size();
    }

    /**
     * Writes one; a picture that was written by somebody before is replaced.
     *
     * @param id
     *            of the drawing
     * @return the file
     */
    public Path write(String id, DrawnExplanation explanation) throws IOException {
        var picture = ExplanationPicture.png(explanation);
        var file = folder.resolve(name(id) + ".png");
        AtomicFile.write(file, out -> out.write(picture));
        return file;
    }

    private String name(String id) {
        var safe = safe(id);
        var name = safe;
        // Some file systems don't tell large letters from small ones.
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = safe + "-" + i;
        }
        return name;
    }

    static String safe(String id) {
        var plain = id.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]", "_");
        var name = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        var device = name.toLowerCase(Locale.ROOT).split("\\.", 2)[0];
        return name.isEmpty() || DEVICES.contains(device) || device.matches(PORTS) ? "_" + name : name;
    }
}
