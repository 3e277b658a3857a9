package inkbench.desktop.settings;

import java.util.function.Supplier;
import java.util.stream.Collectors;

import inkbench.app.machine.Machine;
import inkbench.app.machine.Software;
import inkbench.desktop.common.Session;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the app runs and computes on, in words. The machine is only looked at when somebody wants to know, because that loads
 * the native library. Only for the FX thread.
 */
final class DiagnosticsViewModel {
    private final Messages messages = Messages.of(DiagnosticsViewModel.class);
    private final Session session;
    private final Supplier<Job<Machine>> reading;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper();
    private boolean asked;

    /**
     * Knows at first what Java can tell.
     *
     * @param reading
     *            looks at the machine in the background
     */
    DiagnosticsViewModel(Session session, Supplier<Job<Machine>> reading) {
        this.session = session;
        this.reading = reading;
        add("inkbench", Software.version());
        add("java", System.getProperty("java.version"));
        add("javafx", System.getProperty("javafx.runtime.version"));
        add(
                "system",
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"));
    }

    /** What is known, in the order to show it. */
    ObservableList<Row> rows() {
        return rows;
    }

    /** Why not everything is known, in a sentence; null when it is. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** Looks at the machine, unless that is under way or done; once more if it failed. */
    void load() {
        if (asked) {
            return;
        }
        asked = true;
        note.set(messages.get("diagnostics.loading"));
        session.watch(reading.get(), this::show, () -> {
            asked = false;
            note.set(messages.get("diagnostics.failed"));
        });
    }

    private void show(Machine machine) {
        asked = true;
        note.set(null);
        var engine = machine.engine();
        add("processor", machine.processor());
        add("library", engine.library());
        boolean direct = engine.oneDnn() != null;
        add(
                "convolutions",
                direct
                        ? messages.get("diagnostics.convolutions.onednn", engine.oneDnn())
                        : messages.get("diagnostics.convolutions.library"));
        add("blas", engine.blas());
        add("vectors", engine.vectorLevel(), engine.processorLevel());
        add("threads", engine.processors(), engine.nativeThreads());
    }

    private void add(String key, Object... parameters) {
        rows.add(
                new Row(messages.get("diagnostics." + key), messages.get("diagnostics." + key + ".value", parameters)));
    }

    /** Everything that is known, a line each, for somebody who is asked for help. */
    String text() {
        return rows.stream().map(Row::toString).collect(Collectors.joining(System.lineSeparator()));
    }

    /** Something that is known. */
    record Row(String name, String value) {
        @Override
        public String toString() {
            return name + ": " + value;
        }
    }
}
