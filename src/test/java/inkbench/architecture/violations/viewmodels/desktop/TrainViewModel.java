package inkbench.architecture.violations.viewmodels.desktop;

import javafx.beans.property.BooleanProperty;

final class TrainViewModel {
    BooleanProperty running;
}
