package inkbench.desktop.draw.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import inkbench.app.runs.KeptModel;
import inkbench.desktop.common.Session;
import inkbench.desktop.draw.answer.Answer;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.ReadingNetwork;
import inkbench.desktop.draw.answer.Sweep;
import inkbench.model.Model;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What several models make of the same drawing: the one at hand first. Only for the FX thread. */
public final class ModelsViewModel {
    private final AnswerViewModel answer;
    private final KnownModels models;
    private final Session session;
    private final Sweep sweep;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final ObservableList<KeptModel> ofRuns = FXCollections.observableArrayList();
    private final List<Model> others = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * One model's answer.
     *
     * @param other
     *            the model; null for the one at hand
     * @param answer
     *            null while there is none
     */
    record Line(String name, Model other, Answer answer) {}

    /**
     * Follows what is read.
     *
     * @param sweep
     *            of this view model alone
     */
    public ModelsViewModel(AnswerViewModel answer, KnownModels models, Session session, Sweep sweep) {
        this.answer = answer;
        this.models = models;
        this.session = session;
        this.sweep = sweep;
        answer.seen().subscribe(now -> update());
        answer.source().subscribe(now -> update());
        active.subscribe(on -> {
            if (on) {
                find();
                update();
            }
        });
    }

    /** Whether somebody looks. */
    public BooleanProperty active() {
        return active;
    }

    /** The models that the newest runs left. */
    ObservableList<KeptModel> ofRuns() {
        return ofRuns;
    }

    /** The answers, the model at hand first. */
    ReadOnlyObjectProperty<List<Line>> lines() {
        return lines.getReadOnlyProperty();
    }

    private void find() {
        session.watch(models.ofRuns(), found -> {
            // A menu that shows them must not change under the pointer for nothing.
            if (!ofRuns.equals(found)) {
                ofRuns.setAll(found);
            }
        });
    }

    void addShipped() {
        session.watch(models.shipped(), this::add);
    }

    void add(Path file) {
        session.watch(models.open(file), this::add);
    }

    private void add(Model model) {
        if (others.stream().noneMatch(known -> known.weights().sha256().equals(model.weights().sha256()))) {
            others.add(model);
            update();
        }
    }

    void remove(Model model) {
        others.remove(model);
        update();
    }

    private void update() {
        if (!active.get()) {
            return;
        }
        var seen = answer.seen().get();
        var before = lines.get();
        lines.set(lines(seen == null ? null : seen.answer(),
                model -> seen == null || seen.drawing().isEmpty() ? null : answerOf(before, model)));
        if (seen == null || seen.drawing().isEmpty() || others.isEmpty()) {
            sweep.cancel();
            return;
        }
        var asked = List.copyOf(others);
        sweep.ask(
                List.of(seen.drawing(), answer.preparation().get(), asked),
                asked.stream()
                        .map(
                                model -> new Sweep.Question(
                                        ReadingNetwork.of(model, model.name()),
                                        seen.drawing(),
                                        answer.preparation().get()))
                        .toList(),
                readings -> lines.set(
                        lines(
                                seen.answer(),
                                model -> asked.contains(model)
                                        ? Answer.of(readings.get(asked.indexOf(model)).prediction())
                                        : null)));
    }

    private List<Line> lines(Answer own, Function<Model, Answer> answers) {
        var all = new ArrayList<Line>();
        answer.network().ifPresent(network -> all.add(new Line(network.name(), null, own)));
        others.forEach(model -> all.add(new Line(model.name(), model, answers.apply(model))));
        return List.copyOf(all);
    }

    private static Answer answerOf(List<Line> lines, Model model) {
        return lines.stream().filter(line -> line.other == model).map(Line::answer).findFirst().orElse(null);
    }
}
