package inkbench.desktop.evaluate.failures;

import java.text.NumberFormat;
import java.util.Locale;

import inkbench.evaluation.failures.ConfusedPair;
import inkbench.text.Messages;

/** Failures in words. */
final class FailureTexts {
    private final Messages messages = Messages.of(FailureTexts.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final FailuresViewModel viewModel;

    FailureTexts(FailuresViewModel viewModel) {
        this.viewModel = viewModel;
        percent.setMaximumFractionDigits(1);
    }

    /** What the list is. */
    String title() {
        var shown = viewModel.shown().get();
        var pair = viewModel.pair().get();
        if (shown == null) {
            return "";
        }
        return switch (viewModel.list().get()) {
            case LOSSES -> messages.get("title.LOSSES", shown.size());
            case ERRORS -> messages.get("title.ERRORS", shown.size());
            case PAIRS -> pair == null
                    ? ""
                    : messages.get("title.PAIRS", shown.className(pair.a()), shown.className(pair.b()), pair.total());
        };
    }

    /** Label and answer. */
    String caption(int rank) {
        var shown = viewModel.shown().get();
        var failure = shown.failures().get(rank);
        return messages.get("caption", shown.className(failure.label()), shown.className(failure.prediction()));
    }

    /** All that is known of an image, in a sentence. */
    String describe(int rank) {
        var shown = viewModel.shown().get();
        var failure = shown.failures().get(rank);
        return messages.get(
                "describe",
                shown.images().sourceIndex(rank),
                shown.className(failure.label()),
                shown.className(failure.prediction()),
                percent.format(failure.probability()),
                failure.loss());
    }

    /** A pair and how often it was confused either way, in two lines. */
    String pair(ConfusedPair pair) {
        var shown = viewModel.shown().get();
        return messages.get(
                "pair",
                shown.className(pair.a()),
                shown.className(pair.b()),
                pair.total(),
                pair.aAsB(),
                pair.bAsA());
    }

    /** The list as CSV, with the probabilities of all classes. */
    String csv() {
        var shown = viewModel.shown().get();
        if (shown == null) {
            return "";
        }
        var csv = new StringBuilder("rank,part,index,label,prediction,probability,loss");
        shown.images().classNames().forEach(name -> csv.append(',').append(quoted("p " + name)));
        csv.append('\n');
        for (int rank = 0; rank < shown.size(); rank++) {
            var failure = shown.failures().get(rank);
            csv.append(
                    String.format(
                            Locale.ROOT,
                            "%d,%s,%d,%s,%s,%.6f,%.6f",
                            rank + 1,
                            shown.part().key(),
                            shown.images().sourceIndex(rank),
                            quoted(shown.className(failure.label())),
                            quoted(shown.className(failure.prediction())),
                            failure.probability(),
                            failure.loss()));
            for (float probability : shown.probabilities(rank)) {
                csv.append(String.format(Locale.ROOT, ",%.6f", probability));
            }
            csv.append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
