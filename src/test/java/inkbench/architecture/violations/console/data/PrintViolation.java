package inkbench.architecture.violations.console.data;

final class PrintViolation {
    void debug(String line) {
        System.out.println(line);
    }
}
