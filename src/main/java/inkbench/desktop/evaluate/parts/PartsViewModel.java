package inkbench.desktop.evaluate.parts;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import inkbench.data.Part;
import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.summary.EvaluationSummary;
import inkbench.task.Job;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The parts of the open data side by side, what is measured of each computed in the background. Only for the FX thread. */
public final class PartsViewModel {
    private final ObservableList<Part> parts;
    private final ObservableMap<Part, Evaluation> evaluations;
    private final Function<Evaluation, Job<EvaluationSummary>> summariser;
    private final Session session;
    private final Map<Part, EvaluationSummary> summaries = new EnumMap<>(Part.class);
    private final ObservableList<PartRow> rows = FXCollections.observableArrayList();

    /**
     * Follows what was measured.
     *
     * @param parts
     *            those of the open data that have labels
     * @param evaluations
     *            of those that were measured
     */
    public PartsViewModel(
            ObservableList<Part> parts,
            ObservableMap<Part, Evaluation> evaluations,
            Function<Evaluation, Job<EvaluationSummary>> summariser,
            Session session) {
        this.parts = parts;
        this.evaluations = evaluations;
        this.summariser = summariser;
        this.session = session;
        parts.addListener((ListChangeListener<Part>) change -> fill());
        evaluations.addListener((MapChangeListener<Part, Evaluation>) change -> summarise(change.getKey()));
        evaluations.keySet().forEach(this::summarise);
        fill();
    }

    /** A row for each part. */
    ObservableList<PartRow> rows() {
        return rows;
    }

    private void summarise(Part part) {
        var evaluation = evaluations.get(part);
        summaries.remove(part);
        fill();
        if (evaluation != null) {
            session.watch(summariser.apply(evaluation), found -> {
                if (evaluations.get(part) == evaluation) {
                    summaries.put(part, found);
                    fill();
                }
            });
        }
    }

    private void fill() {
        var data = session.data().get();
        var now = parts.stream()
                .filter(part -> data != null && data.part(part).isPresent())
                .map(
                        part -> new PartRow(
                                part,
                                data.part(part).orElseThrow().size(),
                                evaluations.get(part),
                                summaries.get(part)))
                .toList();
        if (!rows.equals(now)) {
            rows.setAll(now);
        }
    }

    /** The rows as CSV, with all digits; NA where nothing was measured. */
    String csv() {
        var csv = new StringBuilder("part,images,accuracy,lower,upper,errors,kappa,log loss,ECE\n");
        for (var row : rows) {
            csv.append(row.part().key()).append(',').append(row.images());
            row.numbers().forEach(value -> csv.append(',').append(Double.isNaN(value) ? "NA" : plain(value)));
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
