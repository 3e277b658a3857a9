package inkbench.architecture.violations.threads.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

final class PoolViolation {
    Supplier<ExecutorService> pools = Executors::newCachedThreadPool;
}
