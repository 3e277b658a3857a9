package inkbench.desktop.evaluate.review;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.stream.IntStream;

import inkbench.data.correction.Correction;
import inkbench.text.Messages;

/** A review in words. */
final class ReviewTexts {
    private final Messages messages = Messages.of(ReviewTexts.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final ReviewViewModel viewModel;

    ReviewTexts(ReviewViewModel viewModel) {
        this.viewModel = viewModel;
        percent.setMaximumFractionDigits(1);
    }

    /** What was found, by whom, and how much of it is decided. */
    String found() {
        var reviewed = viewModel.reviewed().get();
        var labels = reviewed.labels();
        long decided = IntStream.range(0, reviewed.size())
                .filter(rank -> viewModel.decision(rank).isPresent())
                .count();
        return messages.get(
                labels.crossValidated() ? "found.folds" : "found.models",
                String.join(", ", labels.models()),
                labels.review().counted(),
                labels.review().dataset().size(),
                decided);
    }

    /** Label and suggestion. */
    String caption(int rank) {
        var reviewed = viewModel.reviewed().get();
        var doubt = reviewed.doubt(rank);
        return messages.get("caption", reviewed.className(doubt.given()), reviewed.className(doubt.suggested()));
    }

    /** All that is known of an image, in a sentence. */
    String describe(int rank) {
        var reviewed = viewModel.reviewed().get();
        var doubt = reviewed.doubt(rank);
        return messages.get(
                "describe",
                reviewed.key(rank).index(),
                reviewed.className(doubt.given()),
                percent.format(doubt.givenProbability()),
                reviewed.className(doubt.suggested()),
                percent.format(doubt.suggestedProbability()),
                decision(rank));
    }

    /** What was decided of an image, as the end of a sentence. */
    String decision(int rank) {
        return switch (viewModel.decision(rank).orElse(null)) {
            case null -> messages.get("decision.open");
            case Correction.Confirm confirm -> messages.get("decision.kept");
            case Correction.Exclude exclude -> messages.get("decision.excluded");
            case Correction.Relabel(int label) -> messages.get(
                    "decision.relabelled",
                    viewModel.reviewed().get().className(label));
        };
    }

    /** The whole list as CSV. */
    String csv() {
        var csv = new StringBuilder(
                "rank,part,index,label,suggested,label probability,suggested probability,counted,decision\n");
        var reviewed = viewModel.reviewed().get();
        for (int rank = 0; reviewed != null && rank < reviewed.size(); rank++) {
            var doubt = reviewed.doubt(rank);
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%s,%d,%s,%s,%.6f,%.6f,%s,%s%n",
                            rank + 1,
                            reviewed.part().key(),
                            reviewed.key(rank).index(),
                            quoted(reviewed.className(doubt.given())),
                            quoted(reviewed.className(doubt.suggested())),
                            doubt.givenProbability(),
                            doubt.suggestedProbability(),
                            doubt.counted(),
                            quoted(decision(rank))));
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
