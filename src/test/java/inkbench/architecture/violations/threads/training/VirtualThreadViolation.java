package inkbench.architecture.violations.threads.training;

final class VirtualThreadViolation {
    void start(Runnable work) {
        Thread.ofVirtual().start(work);
    }
}
