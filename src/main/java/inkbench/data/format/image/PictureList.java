package inkbench.data.format.image;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The pictures of one part, in the order of the part.
 *
 * @param folder
 *            where they lie
 * @param pictures
 *            what was found
 * @param classes
 *            what the classes are called, also those without a picture; empty for pictures without labels
 * @param others
 *            how many files were left out
 */
record PictureList(Path folder, List<Picture> pictures, Set<String> classes, int others) {
    /**
     * A picture and what it shows.
     *
     * @param label
     *            name of the class; empty for pictures without labels
     */
    record Picture(Path file, String label) {}

    /** Brings pictures that are called by numbers into their order; others stay as they are. */
    static List<Picture> inOrder(List<Picture> pictures) {
        if (!Names.areDistinctNumbers(pictures.stream().map(Picture::file).toList())) {
            return pictures;
        }
        var ordered = new ArrayList<>(pictures);
        ordered.sort(Comparator.comparingLong(picture -> Long.parseLong(Names.stem(picture.file()))));
        return ordered;
    }
}
