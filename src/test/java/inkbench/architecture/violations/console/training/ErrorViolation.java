package inkbench.architecture.violations.console.training;

final class ErrorViolation {
    void warn(String line) {
        System.err.println(line);
    }
}
