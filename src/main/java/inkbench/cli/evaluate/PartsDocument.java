package inkbench.cli.evaluate;

import java.util.List;
import java.util.Map;

import inkbench.data.Part;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.statistics.ConfusionStatistics;

/** What {@code evaluate --part all} measured, for scripts: a document for each part, as it would be alone. */
record PartsDocument(List<EvaluationDocument> parts) {
    static PartsDocument of(String data, Map<Part, Evaluation> parts) {
        return new PartsDocument(
                parts.entrySet()
                        .stream()
                        .map(
                                entry -> EvaluationDocument.of(
                                        entry.getValue(),
                                        ConfusionStatistics.of(entry.getValue().confusion()),
                                        data,
                                        entry.getKey(),
                                        EvaluationDocument.Asked.NOTHING))
                        .toList());
    }
}
