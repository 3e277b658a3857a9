package inkbench.architecture.violations.threads.app;

import java.util.concurrent.CompletableFuture;

final class CommonPoolViolation {
    CompletableFuture<Integer> start() {
        return CompletableFuture.supplyAsync(() -> 1);
    }
}
