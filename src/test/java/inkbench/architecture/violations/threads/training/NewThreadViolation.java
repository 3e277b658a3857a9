package inkbench.architecture.violations.threads.training;

final class NewThreadViolation {
    void start(Runnable work) {
        new Thread(work).start();
    }
}
