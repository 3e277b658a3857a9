package inkbench.architecture.violations.randomness.data;

final class MathRandomViolation {
    double draw() {
        return Math.random();
    }
}
