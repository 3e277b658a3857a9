package inkbench.architecture.violations.console.app;

final class StackTraceViolation {
    void tell(IllegalStateException failure) {
        failure.printStackTrace();
    }
}
