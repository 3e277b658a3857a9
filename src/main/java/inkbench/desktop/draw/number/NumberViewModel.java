package inkbench.desktop.draw.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import inkbench.desktop.common.Session;
import inkbench.desktop.draw.answer.Answer;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Drawing;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/**
 * The drawing as a number of several digits, each of which can be corrected. At most one reading is under way; what was drawn
 * meanwhile is read next. Only for the FX thread.
 */
public final class NumberViewModel {
    private static final int NONE = -1;

    private final PadViewModel pad;
    private final AnswerViewModel answer;
    private final NumberReader reader;
    private final Session session;
    private final Executor fxThread;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<NumberCell>> cells = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    /** By what was drawn: what is corrected stays so while more is written beside it. */
    private final Map<Drawing, Integer> corrections = new HashMap<>();
    private boolean reading;
    private boolean outdated;

    /**
     * Reads what is on a pad with the network that reads single digits.
     *
     * @param fxThread
     *            where readings are handed back
     */
    public NumberViewModel(
            PadViewModel pad,
            AnswerViewModel answer,
            NumberReader reader,
            Session session,
            Executor fxThread) {
        this.pad = pad;
        this.answer = answer;
        this.reader = reader;
        this.session = session;
        this.fxThread = fxThread;
        pad.changes().subscribe(now -> update());
        answer.source().subscribe(now -> update());
        active.subscribe(now -> update());
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** The digits from left to right. */
    ReadOnlyObjectProperty<List<NumberCell>> cells() {
        return cells.getReadOnlyProperty();
    }

    /** The place of the digit that is looked at; −1 for none. */
    IntegerProperty selected() {
        return selected;
    }

    /** The number in figures; empty where nothing is drawn. */
    String figures() {
        return cells.get().stream().map(cell -> Integer.toString(cell.digit())).collect(Collectors.joining());
    }

    /** How probable it is that all digits are right, if they are independent; what was corrected counts as right. */
    double confidence() {
        return cells.get()
                .stream()
                .mapToDouble(cell -> cell.corrected().isPresent() ? 1 : cell.answer().confidence())
                .reduce(1, (a, b) -> a * b);
    }

    /** Says what the selected digit is, or the first that is not sure, and goes on to the next. */
    public void correct(int digit) {
        int index = selected.get() == NONE ? leastSure() : selected.get();
        if (index == NONE) {
            return;
        }
        corrections.put(cells.get().get(index).drawing(), digit);
        show(cells.get());
        selected.set(Math.min(index + 1, cells.get().size() - 1));
    }

    private int leastSure() {
        int index = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cells.get().size(); i++) {
            var cell = cells.get().get(i);
            if (cell.corrected().isEmpty() && cell.answer().confidence() < least) {
                least = cell.answer().confidence();
                index = i;
            }
        }
        return index;
    }

    private void update() {
        var network = answer.network();
        if (!active.get()) {
            return;
        }
        var drawing = pad.drawing();
        if (drawing.isEmpty()) {
            corrections.clear();
            show(List.of());
        } else if (reading) {
            outdated = true;
        } else if (network.isPresent()) {
            reading = true;
            outdated = false;
            reader.read(network.get(), drawing)
                    .whenComplete((parts, failure) -> fxThread.execute(() -> finish(parts, failure)));
        }
    }

    private void finish(List<NumberReader.Part> parts, Throwable failure) {
        reading = false;
        if (failure != null) {
            session.report(failure);
        } else if (!pad.drawing().isEmpty()) {
            show(
                    parts.stream()
                            .map(
                                    part -> new NumberCell(
                                            part.drawing(),
                                            part.pixels(),
                                            Answer.of(part.prediction()),
                                            OptionalInt.empty()))
                            .toList());
        }
        if (outdated) {
            update();
        }
    }

    private void show(List<NumberCell> read) {
        cells.set(read.stream().map(this::withCorrection).toList());
        if (selected.get() >= read.size()) {
            selected.set(NONE);
        }
    }

    private NumberCell withCorrection(NumberCell cell) {
        var corrected = corrections.get(cell.drawing());
        return new NumberCell(
                cell.drawing(),
                cell.pixels(),
                cell.answer(),
                corrected == null ? OptionalInt.empty() : OptionalInt.of(corrected));
    }
}
