package inkbench.desktop.common.image;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

/** How many device pixels a unit of the scene is. */
final class OutputScale {
    private final ObservableValue<Number> ofWindow;

    /** Follows a node through scenes and windows and calls {@code changed} when the scale is another. */
    OutputScale(Node node, Runnable changed) {
        ofWindow = node.sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty)
                .orElse(1.0);
        ofWindow.addListener((observable, before, now) -> changed.run());
    }

    /** Device pixels per unit; 1 outside a window. */
    double get() {
        double scale = ofWindow.getValue().doubleValue();
        return scale > 0 ? scale : 1;
    }

    /** The whole number of device pixels for each pixel of an image {@code pixels} long so that it fits, at least 1. */
    int wholeScale(double units, int pixels) {
        return Math.max(1, (int) Math.floor(units * get() / pixels + 1e-6));
    }
}
