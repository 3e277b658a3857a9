package inkbench.training;

import java.util.ArrayList;
import java.util.List;

import inkbench.data.Dataset;
import inkbench.data.Images;
import inkbench.data.generator.DigitGenerator;
import inkbench.data.generator.OtherDrawings;
import inkbench.model.network.layer.SoftmaxCrossEntropy;
import inkbench.task.Progress;
import inkbench.training.recipe.Supplement;
import inkbench.training.step.Seeds;

/** Training images, and after them the digits and the other drawings that supplement them. */
final class SupplementedImages implements Images {
    private final Dataset training;
    private final List<Dataset> parts;
    private final int[] ends;

    private SupplementedImages(Dataset training, List<Dataset> parts) {
        this.training = training;
        this.parts = parts;
        ends = new int[parts.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += parts.get(i).size();
            ends[i] = end;
        }
    }

    /** The images with what the generator makes of the seed; the images alone if nothing is wanted. */
    static Images of(Dataset training, Supplement supplement, long seed) {
        if (supplement.isNone()) {
            return training;
        }
        var parts = new ArrayList<>(List.of(training));
        if (supplement.digits() > 0) {
            parts.add(
                    DigitGenerator.generate(
                            supplement.digits(),
                            Seeds.of(seed, Seeds.SUPPLEMENT, 0),
                            Progress.NONE));
        }
        if (supplement.outliers() > 0) {
            parts.add(
                    OtherDrawings.generate(supplement.outliers(), Seeds.of(seed, Seeds.SUPPLEMENT, 1)));
        }
        return new SupplementedImages(training, List.copyOf(parts));
    }

    /** Whether what the generator makes is of the same kind as these images. */
    static boolean suits(Dataset training) {
        return training.width() == DigitGenerator.EDGE && training.height() == DigitGenerator.EDGE
                && training.classNames().equals(Dataset.DIGITS);
    }

    private int part(int index) {
        int part = 0;
        while (index >= ends[part]) {
            part++;
        }
        return part;
    }

    private int within(int index, int part) {
        return part == 0 ? index : index - ends[part - 1];
    }

    @Override
    public int width() {
        return training.width();
    }

    @Override
    public int height() {
        return training.height();
    }

    @Override
    public int size() {
        return ends[ends.length - 1];
    }

    @Override
    public List<String> classNames() {
        return training.classNames();
    }

    @Override
    public boolean labelled() {
        return true;
    }

    /** {@link SoftmaxCrossEntropy#NO_CLASS} for a drawing that is no digit. */
    @Override
    public int label(int index) {
        int part = part(index);
        var images = parts.get(part);
        return images.labelled() ? images.label(within(index, part)) : SoftmaxCrossEntropy.NO_CLASS;
    }

    @Override
    public void copyPixels(int index, byte[] target, int offset) {
        int part = part(index);
        parts.get(part).copyPixels(within(index, part), target, offset);
    }

    @Override
    public int sourceIndex(int index) {
        return index;
    }
}
