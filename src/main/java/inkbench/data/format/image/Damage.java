package inkbench.data.format.image;

import java.util.Locale;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Listens for damage that a decoder makes up for with grey, where a warning is all it says. */
final class Damage implements IIOReadWarningListener {
    private String text = "";

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        // libjpeg's words for data that ends too early or makes no sense; other warnings are about colours and tags.
        var words = warning.toLowerCase(Locale.ROOT);
        if (words.contains("premature end") || words.contains("corrupt jpeg data")) {
            text = warning;
        }
    }

    boolean found() {
        return !text.isEmpty();
    }

    String text() {
        return text;
    }
}
