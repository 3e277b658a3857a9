package inkbench.desktop.draw;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import inkbench.desktop.draw.handwriting.DigitCollection;
import inkbench.data.PartedDataset;
import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.testing.SampleDigits;

/** Keeps digits in memory, at once. */
public final class FakeDigits implements DigitCollection {
    private final Workers workers = Workers.inBackground("test-digits", 1);
    private final List<KeptDigit> kept = new ArrayList<>();
    private long next = 1;

    @Override
    public Job<List<KeptDigit>> all() {
        return done(() -> List.copyOf(kept.reversed()));
    }

    @Override
    public Job<KeptDigit> keep(DrawnDigit digit) {
        return done(() -> {
            kept.add(new KeptDigit(next++, digit));
            return kept.getLast();
        });
    }

    @Override
    public Job<Void> relabel(long id, int label) {
        return done(() -> {
            kept.replaceAll(each -> each.id() == id ? new KeptDigit(id, each.digit().withLabel(label)) : each);
            return null;
        });
    }

    @Override
    public Job<Void> delete(long id) {
        return done(() -> {
            kept.removeIf(each -> each.id() == id);
            return null;
        });
    }

    @Override
    public Job<Void> restore(KeptDigit digit) {
        return done(() -> {
            kept.add(digit);
            return null;
        });
    }

    @Override
    public Job<Path> export(List<KeptDigit> digits, Path file) {
        return done(() -> file);
    }

    @Override
    public Job<PartedDataset> dataset(List<KeptDigit> digits) {
        return done(() -> SampleDigits.parted("My digits", digits.size()));
    }

    @Override
    public Job<List<KeptDigit>> open(Path file) {
        return done(List::of);
    }

    private <T> Job<T> done(Callable<T> work) {
        var job = workers.submit("digits", progress -> work.call());
        job.result().join();
        return job;
    }
}
