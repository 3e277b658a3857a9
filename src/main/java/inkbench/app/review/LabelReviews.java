package inkbench.app.review;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import inkbench.data.DataException;
import inkbench.data.Dataset;
import inkbench.evaluation.Evaluation;
import inkbench.evaluation.review.LabelReview;
import inkbench.model.Model;
import inkbench.task.Job;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/**
 * Looks for wrong labels with models that have not learned them: a network that has seen a wrong label often enough believes it. The
 * probabilities of several models are averaged, since what one of them alone can't read is seldom the label's fault.
 */
public final class LabelReviews {
    /** So many doubts are kept at most. */
    public static final int MOST_DOUBTS = 1_000;

    private final Workers workers;
    private final Reviewers reviewers;
    private final Reader reader;
    private final Messages messages = Messages.of(LabelReviews.class);

    /** Where the models are that review together if no other is asked for. */
    @FunctionalInterface
    public interface Reviewers {
        /** Reads them on the thread of the work; at least one. */
        List<Model> read() throws IOException;
    }

    /** Reads images with a model. */
    @FunctionalInterface
    public interface Reader {
        /** Reads all images on the thread of the work. */
        Evaluation read(Model model, Dataset images, Progress progress) throws IOException;
    }

    /** Reviews in the background with the given workers. */
    public LabelReviews(Workers workers, Reviewers reviewers, Reader reader) {
        this.workers = workers;
        this.reviewers = reviewers;
        this.reader = reader;
    }

    /** Looks through labelled images in the background, with the models that come with the app. */
    public Job<ReviewedLabels> review(Dataset images) {
        return workers.submit(
                messages.get("job.review", images.name()),
                progress -> reviewNow(reviewers.read(), images, MOST_DOUBTS, progress));
    }

    /** Looks in the background through labels of images that were read by models that did not learn them. */
    public Job<ReviewedLabels> review(Evaluation crossValidated) {
        return workers.submit(
                messages.get("job.review", crossValidated.dataset().name()),
                progress -> of(crossValidated, MOST_DOUBTS));
    }

    /** The same on the caller's thread. */
    public static ReviewedLabels of(Evaluation crossValidated, int most) {
        var review = LabelReview.of(crossValidated.dataset(), crossValidated.probabilities(), most);
        return new ReviewedLabels(review, List.of(crossValidated.modelName()), true);
    }

    /**
     * Looks through labelled images on the caller's thread.
     *
     * @param models
     *            at least one; those that have learned these images are left out
     * @param most
     *            so many doubts are listed
     * @throws DataException
     *             if the images don't fit the models, or all of these have learned them; the message is for the user
     */
    public ReviewedLabels reviewNow(List<Model> models, Dataset images, int most, Progress progress)
            throws IOException {
        var hashes = Set.copyOf(List.of(hash(images, progress), hash(images.original(), progress)));
        var usable = models.stream().filter(model -> !hashes.contains(model.origin().dataSha256())).toList();
        if (usable.isEmpty()) {
            throw new DataException(messages.get("learned", names(models), images.name()));
        }
        var mean = new float[images.size()][images.classCount()];
        for (int m = 0; m < usable.size(); m++) {
            var share = progress.share(m, usable.size());
            var probabilities = reader.read(usable.get(m), images, share).probabilities();
            for (int i = 0; i < mean.length; i++) {
                for (int c = 0; c < mean[i].length; c++) {
                    mean[i][c] += probabilities[i][c] / usable.size();
                }
            }
        }
        return new ReviewedLabels(
                LabelReview.of(images, mean, most),
                usable.stream().map(Model::name).toList(),
                false);
    }

    private static String hash(Dataset images, Progress progress) {
        return images.provenance(progress).sha256();
    }

    private static String names(List<Model> models) {
        return String.join(", ", models.stream().map(Model::name).toList());
    }
}
