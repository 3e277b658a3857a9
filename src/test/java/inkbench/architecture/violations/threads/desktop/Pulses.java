package inkbench.architecture.violations.threads.desktop;

import java.util.concurrent.Executor;

final class Pulses implements Executor {
    static Executor next() {
        return new Pulses();
    }

    @Override
    public void execute(Runnable work) {
        work.run();
    }
}
