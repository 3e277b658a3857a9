package inkbench.architecture.violations.threads.training;

final class SubclassViolation extends Thread {}
