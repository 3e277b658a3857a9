package inkbench.desktop.train.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.Shape;
import inkbench.text.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A network that is being edited; every change can be undone. Only for the FX thread. */
final class ArchitectureViewModel {
    private static final int NONE = -1;

    private final Messages messages = Messages.of(ArchitectureViewModel.class);
    private final Shape input;
    private final int classes;
    private final Deque<Draft> undo = new ArrayDeque<>();
    private final Deque<Draft> redo = new ArrayDeque<>();
    private final ObservableList<LayerRow> rows = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private Draft draft;
    private Object lastEdit;

    /**
     * Begins with a network.
     *
     * @param input
     *            one image of the open data
     * @param classes
     *            how many classes they have
     */
    ArchitectureViewModel(Architecture network, Shape input, int classes) {
        this.input = input;
        this.classes = classes;
        draft = new Draft(network.name(), network.layers());
        show();
    }

    /** The layers with what they come to, in order. */
    ObservableList<LayerRow> rows() {
        return rows;
    }

    /** Place of the layer that is looked at; −1 for none. */
    IntegerProperty selected() {
        return selected;
    }

    /** Why the network can't be used, in a sentence; null if it can. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the network is called. */
    ReadOnlyStringProperty name() {
        return name.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** What goes in. */
    Shape input() {
        return input;
    }

    /** How many numbers all layers have, as far as they fit. */
    long parameters() {
        return rows.stream().mapToLong(LayerRow::parameters).sum();
    }

    /** What one image costs, as far as layers fit. */
    long multiplyAdds() {
        return rows.stream().mapToLong(LayerRow::multiplyAdds).sum();
    }

    /** The network, if it can be used. */
    Optional<Architecture> network() {
        return problem.get() == null
                ? Optional.of(new Architecture(draft.name().strip(), input, draft.layers()))
                : Optional.empty();
    }

    /** Renames the network; letter by letter that is one change. */
    void rename(String typed) {
        if (!typed.equals(draft.name())) {
            edit(draft.named(typed), "name");
        }
    }

    /** Adds a layer behind the selected one, or in front of the last, and selects it. */
    void add(LayerKind kind) {
        int last = Math.max(0, draft.layers().size() - 1);
        int place = selected.get() == NONE ? last : selected.get() + 1;
        edit(draft.inserted(place, kind.usual()), null);
        selected.set(place);
    }

    /** Takes the selected layer out. */
    void remove() {
        int place = selected.get();
        if (place != NONE) {
            edit(draft.without(place), null);
            selected.set(Math.min(place, draft.layers().size() - 1));
        }
    }

    /** Moves the selected layer by one place, if there is one. */
    void move(int by) {
        int place = selected.get();
        if (place != NONE && place + by >= 0 && place + by < draft.layers().size()) {
            move(place, place + by);
        }
    }

    /** Moves a layer to where another one is, and selects it. */
    void move(int from, int to) {
        if (from != to) {
            edit(draft.moved(from, to), null);
            selected.set(to);
        }
    }

    /**
     * Changes the selected layer.
     *
     * @param field
     *            which of its numbers; several changes of one in a row are undone together
     */
    void set(LayerSpec layer, String field) {
        int place = selected.get();
        if (place != NONE && !draft.layers().get(place).equals(layer)) {
            edit(draft.with(place, layer), place + field);
        }
    }

    /** Takes another network in place of this one. */
    void replace(Architecture network) {
        selected.set(NONE);
        edit(new Draft(network.name(), network.layers()), null);
    }

    void undo() {
        if (!undo.isEmpty()) {
            redo.push(draft);
            take(undo.pop());
        }
    }

    void redo() {
        if (!redo.isEmpty()) {
            undo.push(draft);
            take(redo.pop());
        }
    }

    private void take(Draft other) {
        draft = other;
        lastEdit = null;
        show();
    }

    private void edit(Draft changed, Object what) {
        if (what == null || !what.equals(lastEdit)) {
            undo.push(draft);
        }
        redo.clear();
        draft = changed;
        lastEdit = what;
        show();
    }

    private void show() {
        var shown = draft.rows(input, classes);
        if (selected.get() >= shown.size()) {
            selected.set(shown.size() - 1);
        }
        rows.setAll(shown);
        name.set(draft.name());
        problem.set(firstProblem().orElse(null));
        canUndo.set(!undo.isEmpty());
        canRedo.set(!redo.isEmpty());
    }

    private Optional<String> firstProblem() {
        if (draft.name().isBlank()) {
            return Optional.of(messages.get("problem.name"));
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).problem() != null) {
                return Optional.of(messages.get("problem.layer", i + 1, rows.get(i).problem()));
            }
        }
        if (rows.isEmpty()) {
            return Optional.of(messages.get("problem.empty"));
        }
        if (parameters() > Integer.MAX_VALUE) {
            return Optional.of(messages.get("misfit.large"));
        }
        boolean learns = rows.stream().anyMatch(row -> row.parameters() > 0);
        return learns ? Optional.empty() : Optional.of(messages.get("problem.nothing"));
    }

    /** The layers as they are. */
    List<LayerSpec> layers() {
        return draft.layers();
    }
}
