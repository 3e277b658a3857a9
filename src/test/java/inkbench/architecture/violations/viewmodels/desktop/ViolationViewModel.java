package inkbench.architecture.violations.viewmodels.desktop;

import javafx.scene.paint.Color;

final class ViolationViewModel {
    Color background;

    record Row(Color violation) {}
}
