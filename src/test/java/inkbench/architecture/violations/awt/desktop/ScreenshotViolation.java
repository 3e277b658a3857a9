package inkbench.architecture.violations.awt.desktop;

import java.awt.image.BufferedImage;

final class ScreenshotViolation {
    BufferedImage taken;
}
