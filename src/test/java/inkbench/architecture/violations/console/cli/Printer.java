package inkbench.architecture.violations.console.cli;

final class Printer {
    void print(String line) {
        System.out.println(line);
    }
}
