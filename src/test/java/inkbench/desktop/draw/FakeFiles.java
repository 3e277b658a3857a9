package inkbench.desktop.draw;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.app.photo.PhotoDigit;
import inkbench.app.photo.PhotoLibrary;
import inkbench.app.strokes.StrokeLibrary;
import inkbench.app.strokes.StrokeSample;
import inkbench.desktop.draw.pad.PadFiles;
import inkbench.task.Job;
import inkbench.task.Workers;

/** Reads as the app does, and keeps what is saved. */
final class FakeFiles implements PadFiles {
    private final Workers workers = Workers.inBackground("test-files", 1);
    private final StrokeLibrary library = new StrokeLibrary(workers);
    private final PhotoLibrary photos = new PhotoLibrary(workers);

    @Override
    public Job<List<StrokeSample>> open(Path file) {
        return waitFor(library.open(file));
    }

    @Override
    public Job<List<StrokeSample>> read(String text, String source) {
        return waitFor(library.read(text, source));
    }

    @Override
    public Job<PhotoDigit> openPhoto(Path file) {
        return waitFor(photos.open(file));
    }

    @Override
    public Job<PhotoDigit> readPhoto(int[] colours, int width, int height, String name) {
        return waitFor(photos.open(colours, width, height, name));
    }

    @Override
    public Job<Path> save(Path file, Callable<byte[]> content) {
        return waitFor(workers.submit("save", progress -> file));
    }

    /** Done before the test goes on. */
    private static <T> Job<T> waitFor(Job<T> job) {
        job.result().exceptionally(failure -> null).join();
        return job;
    }
}
