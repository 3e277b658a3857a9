package inkbench.architecture.violations.viewmodels.desktop;

import javafx.scene.control.Button;

final class TrainView {
    Button start;
}
