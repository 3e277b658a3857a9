package inkbench.app.robustness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import inkbench.data.Dataset;
import inkbench.model.Model;
import inkbench.robustness.Distortion;

/**
 * What is to be measured.
 *
 * @param models
 *            at least one
 * @param images
 *            labelled, of the size that the models read
 * @param distortions
 *            at least one, none twice
 * @param seed
 *            of what is random about the distortions
 */
public record RobustnessPlan(List<Model> models, Dataset images, List<Distortion> distortions, long seed) {
    public RobustnessPlan {
        models = List.copyOf(models);
        distortions = List.copyOf(distortions);
        if (models.isEmpty() || distortions.isEmpty()) {
            throw new IllegalArgumentException("Nothing to measure: " + models + ", " + distortions);
        }
    }

    /** The same with so many of the images, drawn at random without replacement; with all where there are no more. */
    public RobustnessPlan withSample(int count) {
        return count >= images.size() ? this : new RobustnessPlan(models, drawn(count), distortions, seed);
    }

    private Dataset drawn(int count) {
        var random = new SplittableRandom(seed);
        var places = new int[images.size()];
        Arrays.setAll(places, i -> i);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, places.length);
            int place = places[other];
            places[other] = places[i];
            places[i] = place;
        }
        var chosen = Arrays.copyOf(places, count);
        Arrays.sort(chosen);
        return images.subset(chosen);
    }

    /** What the models are called; those that share a name are numbered. */
    public List<String> modelNames() {
        var names = new ArrayList<String>();
        for (var model : models) {
            var name = model.name();
            for (int number = 2; names.contains(name); number++) {
                name = model.name() + " (" + number + ")";
            }
            names.add(name);
        }
        return names;
    }

    /** How many images all models together read for this. */
    long readings() {
        long sets = 1 + distortions.stream().mapToLong(kind -> kind.levels().length - 1).sum();
        return sets * models.size() * images.size();
    }
}
