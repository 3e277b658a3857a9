package inkbench.architecture.violations.threads.desktop;

import java.util.Timer;

final class TimerViolation {
    Timer timer = new Timer();
}
