package inkbench.architecture.violations.awt.app;

import java.awt.image.BufferedImage;

final class Pictures {
    BufferedImage mean;
}
