package inkbench.architecture.violations.javafx.desktop;

import javafx.scene.Node;

final class View {
    Node node;
}
