package inkbench.desktop.draw.handwriting;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

import inkbench.desktop.common.Session;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.ReadingNetwork;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.ink.Drawing;
import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The user's own digits: the drawing at hand is kept under the digit that it is said to be, and what is kept can be looked
 * through, corrected, deleted, and asked for. Only for the FX thread.
 */
public final class HandwritingViewModel {
    /** How often each digit is asked for. */
    static final int ROUNDS = 5;
    private static final int DIGITS = 10;

    private final Messages messages = Messages.of(HandwritingViewModel.class);
    private final PadViewModel pad;
    private final AnswerViewModel answer;
    private final DigitCollection collection;
    private final Session session;
    private final Clock clock;
    private final ObservableList<KeptDigit> digits = FXCollections.observableArrayList();
    private final Deque<Runnable> undos = new ArrayDeque<>();
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper collecting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper prompt = new ReadOnlyStringWrapper();
    private boolean loaded;
    private boolean keeping;
    private int asked;
    /** The drawing that was kept last, to correct it where it is said to be something else. */
    private KeptDigit last;
    private Drawing lastDrawing;

    /** The digits of a collection, and what is on a pad. */
    public HandwritingViewModel(
            PadViewModel pad,
            AnswerViewModel answer,
            DigitCollection collection,
            Session session,
            Clock clock) {
        this.pad = pad;
        this.answer = answer;
        this.collection = collection;
        this.session = session;
        this.clock = clock;
        active.subscribe(on -> {
            if (on) {
                load();
            }
        });
        pad.changes().subscribe(now -> describe());
        describe();
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** What is kept, the newest first. */
    public ObservableList<KeptDigit> digits() {
        return digits;
    }

    /** Whether something was kept, corrected or deleted that can be taken back. */
    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether digits are being asked for. */
    ReadOnlyBooleanProperty collecting() {
        return collecting.getReadOnlyProperty();
    }

    /** What can be said of the drawing at hand, in a sentence; empty where there is none. */
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** What to write next, in a sentence. */
    ReadOnlyStringProperty prompt() {
        return prompt.getReadOnlyProperty();
    }

    private void load() {
        if (!loaded) {
            loaded = true;
            session.watch(collection.all(), found -> {
                // What was kept meanwhile is among them.
                digits.setAll(found);
                describe();
            });
        }
    }

    /** Keeps the drawing at hand as a digit; the drawing that was kept last gets another label. */
    public void teach(int digit) {
        if (pad.drawing().isEmpty() || pad.writing().get() || keeping) {
            return;
        }
        var drawing = pad.drawing();
        if (last != null && drawing == lastDrawing) {
            relabel(last, digit);
            return;
        }
        var seen = answer.seen().get();
        var readAs = seen == null ? OptionalInt.empty() : OptionalInt.of(seen.answer().digit());
        var model = answer.network().map(ReadingNetwork::name).orElse("");
        keeping = true;
        session.watch(collection.keep(new DrawnDigit(digit, drawing, readAs, model, clock.instant())), kept -> {
            last = kept;
            lastDrawing = drawing;
            digits.addFirst(kept);
            undoable(() -> remove(kept));
            if (collecting.get()) {
                asked++;
                collecting.set(asked < ROUNDS * DIGITS);
                pad.clear();
            }
            describe();
        }, () -> keeping = false);
    }

    /** Says what a digit really is. */
    void relabel(KeptDigit kept, int digit) {
        if (kept.digit().label() != digit) {
            put(kept, digit);
            undoable(() -> put(new KeptDigit(kept.id(), kept.digit().withLabel(digit)), kept.digit().label()));
        }
    }

    private void put(KeptDigit kept, int digit) {
        var changed = new KeptDigit(kept.id(), kept.digit().withLabel(digit));
        session.watch(collection.relabel(kept.id(), digit), done -> {
            int index = indexOf(kept.id());
            if (index >= 0) {
                digits.set(index, changed);
            }
            if (last != null && last.id() == kept.id()) {
                last = changed;
            }
            describe();
        });
    }

    /** Forgets a digit. */
    void delete(KeptDigit kept) {
        remove(kept);
        undoable(() -> session.watch(collection.restore(kept), done -> {
            int index = 0;
            while (index < digits.size() && digits.get(index).id() > kept.id()) {
                index++;
            }
            digits.add(index, kept);
            describe();
        }));
    }

    private void remove(KeptDigit kept) {
        session.watch(collection.delete(kept.id()), done -> {
            digits.removeIf(each -> each.id() == kept.id());
            if (last != null && last.id() == kept.id()) {
                last = null;
            }
            describe();
        });
    }

    private int indexOf(long id) {
        for (int i = 0; i < digits.size(); i++) {
            if (digits.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    private void undoable(Runnable undo) {
        undos.push(undo);
        canUndo.set(true);
    }

    /** Takes back what was kept, corrected or deleted last. */
    void undo() {
        if (!undos.isEmpty()) {
            undos.pop().run();
            canUndo.set(!undos.isEmpty());
        }
    }

    /** Asks for digits, or no longer. */
    void collect(boolean on) {
        asked = 0;
        collecting.set(on);
        if (on) {
            pad.clear();
        }
        describe();
    }

    /** Keeps the drawing at hand as the digit that was asked for. */
    public void next() {
        if (collecting.get()) {
            teach(askedDigit());
        }
    }

    private int askedDigit() {
        return asked % DIGITS;
    }

    void export(Path file) {
        session.watch(collection.export(List.copyOf(digits), file), written -> {});
    }

    /** Opens the digits as a data set, to be looked through in Data and measured in Evaluate. */
    void openAsData() {
        session.watch(collection.dataset(List.copyOf(digits)), data -> {
            session.data().set(data);
            session.place().set("data");
        });
    }

    /** Keeps the digits of a file as well. */
    void open(Path file) {
        session.watch(collection.open(file), kept -> {
            digits.addAll(0, kept.reversed());
            describe();
        });
    }

    private void describe() {
        boolean known = last != null && pad.drawing() == lastDrawing;
        if (pad.drawing().isEmpty()) {
            note.set("");
        } else if (known) {
            note.set(messages.get("note.kept", last.digit().label()));
        } else {
            note.set(messages.get("note.teach"));
        }
        if (collecting.get()) {
            prompt.set(messages.get("prompt", askedDigit(), asked / DIGITS + 1, ROUNDS));
        } else if (asked > 0) {
            prompt.set(messages.get("prompt.done", asked));
        } else {
            prompt.set(messages.get("prompt.none", digits.size()));
        }
    }
}
