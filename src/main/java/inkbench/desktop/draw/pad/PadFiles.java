package inkbench.desktop.draw.pad;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.app.photo.PhotoDigit;
import inkbench.app.strokes.StrokeSample;
import inkbench.task.Job;

/** Drawings and photos of files, texts and pixels; all in the background. */
public interface PadFiles {
    /** All drawings of a file of strokes or an SVG. */
    Job<List<StrokeSample>> open(Path file);

    /**
     * The drawings of a text.
     *
     * @param source
     *            what messages call it
     */
    Job<List<StrokeSample>> read(String text, String source);

    /** The digit in a picture file. */
    Job<PhotoDigit> openPhoto(Path file);

    /**
     * The digit in pixels, as {@link inkbench.app.photo.PhotoLibrary} takes them.
     *
     * @param name
     *            what messages call the picture
     */
    Job<PhotoDigit> readPhoto(int[] colours, int width, int height, String name);

    /** Makes the content and writes it. */
    Job<Path> save(Path file, Callable<byte[]> content);

    /** Those of the workbench. */
    static PadFiles of(Workbench workbench) {
        return new PadFiles() {
            @Override
            public Job<List<StrokeSample>> open(Path file) {
                return workbench.strokes().open(file);
            }

            @Override
            public Job<List<StrokeSample>> read(String text, String source) {
                return workbench.strokes().read(text, source);
            }

            @Override
            public Job<PhotoDigit> openPhoto(Path file) {
                return workbench.photos().open(file);
            }

            @Override
            public Job<PhotoDigit> readPhoto(int[] colours, int width, int height, String name) {
                return workbench.photos().open(colours, width, height, name);
            }

            @Override
            public Job<Path> save(Path file, Callable<byte[]> content) {
                return workbench.files().save(file, content);
            }
        };
    }
}
