package inkbench.architecture.violations.randomness.data;

import java.util.function.DoubleSupplier;

final class MethodReferenceViolation {
    DoubleSupplier noise = Math::random;
}
