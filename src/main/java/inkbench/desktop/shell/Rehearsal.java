package inkbench.desktop.shell;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.task.Job;
import inkbench.task.Workers;
import inkbench.text.Messages;
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
        try (var workers = new Workers("inkbench-rehearsal", 1)) {
            return workers.submit(Messages.of(Rehearsal.class).get("rehearsal"), progress -> {
                var session = new Session(result -> {});
                session.data().set(blankDigits());
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

    private static PartedDataset blankDigits() {
        byte[] labels = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        var pixels = new byte[labels.length * EDGE * EDGE];
        var digits = Dataset.of("", EDGE, EDGE, Dataset.DIGITS, pixels, labels, "");
        return new PartedDataset("", Map.of(Part.TRAIN, digits, Part.TEST, digits));
    }
}
