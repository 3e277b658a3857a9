package inkbench.architecture.violations.threads.task;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class Workers {
    ExecutorService executor = Executors.newFixedThreadPool(2, work -> new Thread(work, "worker"));
}
