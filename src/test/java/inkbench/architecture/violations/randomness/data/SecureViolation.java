package inkbench.architecture.violations.randomness.data;

import java.security.SecureRandom;

final class SecureViolation {
    SecureRandom random = new SecureRandom();
}
