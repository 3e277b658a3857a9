package inkbench.desktop.draw.handwriting;

import java.nio.file.Path;
import java.util.List;

import inkbench.app.Workbench;
import inkbench.data.PartedDataset;
import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Job;

/** Where the user's digits are kept; all in the background. */
public interface DigitCollection {
    /** All of them, the newest first. */
    Job<List<KeptDigit>> all();

    /** Keeps one. */
    Job<KeptDigit> keep(DrawnDigit digit);

    /** Says what a digit really is. */
    Job<Void> relabel(long id, int label);

    /** Forgets a digit. */
    Job<Void> delete(long id);

    /** Brings back a digit that was forgotten. */
    Job<Void> restore(KeptDigit digit);

    /** Writes digits into a file of strokes. */
    Job<Path> export(List<KeptDigit> digits, Path file);

    /** Makes a data set of digits. */
    Job<PartedDataset> dataset(List<KeptDigit> digits);

    /** Keeps the digits of a file of strokes. */
    Job<List<KeptDigit>> open(Path file);

    /** That of the workbench. */
    static DigitCollection of(Workbench workbench) {
        var handwriting = workbench.handwriting();
        return new DigitCollection() {
            @Override
            public Job<List<KeptDigit>> all() {
                return handwriting.all();
            }

            @Override
            public Job<KeptDigit> keep(DrawnDigit digit) {
                return handwriting.keep(digit);
            }

            @Override
            public Job<Void> relabel(long id, int label) {
                return handwriting.relabel(id, label);
            }

            @Override
            public Job<Void> delete(long id) {
                return handwriting.delete(id);
            }

            @Override
            public Job<Void> restore(KeptDigit digit) {
                return handwriting.restore(digit);
            }

            @Override
            public Job<Path> export(List<KeptDigit> digits, Path file) {
                return handwriting.export(digits, file);
            }

            @Override
            public Job<PartedDataset> dataset(List<KeptDigit> digits) {
                return handwriting.dataset(digits);
            }

            @Override
            public Job<List<KeptDigit>> open(Path file) {
                return handwriting.open(file);
            }
        };
    }
}
