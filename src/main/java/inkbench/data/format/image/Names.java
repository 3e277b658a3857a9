package inkbench.data.format.image;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What names of files and folders tell. */
final class Names {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private Names() {}

    static boolean isNumber(String name) {
        return NUMBER.matcher(name).matches();
    }

    /** A name without its extension. */
    static String stem(Path file) {
        var name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** Whether all files are called by a number of their own, which then tells their order. */
    static boolean areDistinctNumbers(List<Path> files) {
        var numbers = new HashSet<Long>();
        for (var file : files) {
            var stem = stem(file);
            if (!isNumber(stem) || !numbers.add(Long.parseLong(stem))) {
                return false;
            }
        }
        return true;
    }
}
