package inkbench.data.format.idx;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import inkbench.data.format.source.PartName;

/**
 * What the name of an IDX file tells. Names differ: {@code train-images-idx3-ubyte.gz}, {@code t10k-labels.idx1-ubyte},
 * {@code usps-test-images-16x16-idx3-ubyte}.
 *
 * @param stem
 *            the words that do not describe the format: the same for images and the labels that belong to them
 * @param images
 *            whether the name says that it is an IDX file of images
 * @param labels
 *            whether the name says that it is an IDX file of labels
 */
record IdxName(List<String> stem, boolean images, boolean labels) {
    private static final Pattern NOT_STEM = Pattern.compile("idx[13]?|ubyte|images?|labels?|gz|\\d+x\\d+");

    static IdxName of(Path file) {
        var words = PartName.words(file.getFileName().toString());
        var stem = words.stream().filter(word -> !NOT_STEM.matcher(word).matches()).toList();
        return new IdxName(stem, words.contains("idx3"), words.contains("idx1"));
    }
}
