package inkbench.architecture.violations.javafx.evaluation;

import javafx.beans.property.IntegerProperty;

final class ObservableMatrixViolation {
    IntegerProperty errors;
}
