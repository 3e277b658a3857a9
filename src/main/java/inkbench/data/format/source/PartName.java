package inkbench.data.format.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import inkbench.data.Part;

/** What the name of a file or folder tells about the part that it holds. */
public final class PartName {
    private static final Pattern SEPARATORS = Pattern.compile("[-_. ]+");

    private PartName() {}

    /** The part that a file of any format is called after; the training part where its name says nothing. */
    public static Part of(Path file) {
        return of(file.getFileName().toString());
    }

    /** The part that something is called after; the training part where its name says nothing. */
    public static Part of(String name) {
        var words = words(name);
        if (words.contains("test") || words.contains("t10k")) {
            return Part.TEST;
        }
        return words.contains("holdout") ? Part.HOLDOUT : Part.TRAIN;
    }

    /** The words of a name in small letters. */
    public static List<String> words(String name) {
        return SEPARATORS.splitAsStream(name.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
