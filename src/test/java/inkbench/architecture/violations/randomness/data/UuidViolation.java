package inkbench.architecture.violations.randomness.data;

import java.util.UUID;

final class UuidViolation {
    UUID name = UUID.randomUUID();
}
