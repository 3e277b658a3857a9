package inkbench.desktop.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.FinishedRun;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.model.Shape;
import inkbench.model.Weights;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;
import inkbench.training.Preset;
import inkbench.training.TrainingResult;
import inkbench.training.TrainingSettings;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/**
 * Builds every place once in the background, out of sight, and throws it away.
 *
 * <p>The first look at a place loads hundreds of classes, skins and styles: up to 300 ms in which the window would not
 * answer. JavaFX lets scenes that are not in a window be made on any thread, so that can be done before anybody looks.
 */
final class Rehearsal {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int EDGE = 28;

    private Rehearsal() {}

    /**
     * Begins.
     *
     * @param places
     *            makes places on a session of their own
     */
    static Job<Integer> start(Function<Session, List<Place>> places) {
        try (var workers = Workers.inBackground("inkbench-rehearsal", 1)) {
            return workers.submit(Messages.of(Rehearsal.class).get("rehearsal"), progress -> {
                var session = new Session(result -> {});
                fill(session);
                var all = places.apply(session);
                for (var styles : Appearance.styleSheets()) {
                    var scene = new Scene(new StackPane(), WIDTH, HEIGHT);
                    scene.getStylesheets().setAll(styles, Shell.STYLE_SHEET);
                    for (var place : all) {
                        scene.setRoot(new StackPane(place.view()));
                        scene.getRoot().applyCss();
                        scene.getRoot().layout();
                        scene.setRoot(new StackPane());
                    }
                }
                return all.size();
            });
        }
    }

    /** With something of everything, because a place that is empty shows little. */
    private static void fill(Session session) {
        byte[] labels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        var pixels = new byte[labels.length * EDGE * EDGE];
        var digits = Dataset.of("", EDGE, EDGE, Dataset.DIGITS, pixels, labels, "");
        session.data().set(new PartedDataset("", Map.of(Part.TRAIN, digits, Part.TEST, digits)));
        session.evaluation().set(Evaluation.of("", digits, new float[labels.length][labels.length]));
        session.runs().add(blankRun());
    }

    private static FinishedRun blankRun() {
        var layers = List.<LayerSpec>of(new LayerSpec.Dense(1, Activation.IDENTITY));
        var architecture = new Architecture("", Shape.vector(1), layers);
        var weights = new Weights(0, new float[architecture.parameterCount()]);
        var origin = new ModelOrigin("", "", "", 1, 1, 0, 0, 0, 0, "");
        var settings = new TrainingSettings(architecture, Preset.mlp().optimizer(), 1, 1, 0, 0);
        var result = new TrainingResult(settings, weights, List.of(), false, 0, 0);
        var model = new Model("", architecture, weights, origin);
        return new FinishedRun("", "", Instant.EPOCH, result, model, 0);
    }
}
