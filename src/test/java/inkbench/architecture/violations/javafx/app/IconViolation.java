package inkbench.architecture.violations.javafx.app;

import org.kordamp.ikonli.Ikon;

final class IconViolation {
    Ikon icon;
}
