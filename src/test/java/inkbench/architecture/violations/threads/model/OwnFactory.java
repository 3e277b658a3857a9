package inkbench.architecture.violations.threads.model;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

final class OwnFactory {
    Executor executor(ThreadFactory factory) {
        return Executors.newSingleThreadExecutor(factory);
    }
}
