package inkbench.cli.common;

import java.io.PrintWriter;

import inkbench.app.review.ReviewedLabels;
import inkbench.text.Messages;

/** A review of labels as text: a sentence, and a line for each doubtful image. */
public final class ReviewText {
    private static final Messages MESSAGES = Messages.of(ReviewText.class);

    private ReviewText() {}

    /** Prints the whole review. */
    public static void print(PrintWriter out, ReviewedLabels reviewed) {
        var document = ReviewDocument.of(reviewed);
        var review = reviewed.review();
        out.println(
                MESSAGES.get(
                        reviewed.crossValidated() ? "review.crossValidated" : "review.models",
                        review.dataset().name(),
                        review.dataset().size(),
                        String.join(", ", reviewed.models()),
                        review.counted()));
        out.println(MESSAGES.get("review.header"));
        for (var row : document.images()) {
            out.println(
                    String.format(
                            "%6d %9d %9s %13.4f %11s %17.4f%s",
                            row.rank(),
                            row.index(),
                            row.label(),
                            row.labelProbability(),
                            row.suggested(),
                            row.suggestedProbability(),
                            row.counted() ? "  *" : ""));
        }
    }
}
