package inkbench.store;

import java.nio.file.Path;

import inkbench.store.run.RunState;

/** A process that writes runs until it is killed, and prints what it may count on: {@code RUN EPOCH}. */
final class KilledWriter {
    private KilledWriter() {}

    public static void main(String[] arguments) throws Exception {
        var workspace = Workspace.open(Path.of(arguments[0]));
        while (true) {
            var writer = workspace.record(Runs.named("killed"), 1000, failure -> System.exit(1));
            for (int epoch = 1; epoch <= 20; epoch++) {
                for (int batch = 1; batch <= 10; batch++) {
                    writer.batch(Runs.batch(10L * (epoch - 1) + batch, 1));
                }
                writer.epoch(Runs.epoch(epoch));
                writer.flush().join();
                System.out.println(writer.id().join() + " " + epoch);
                System.out.flush();
            }
            writer.end(RunState.FINISHED, "", Runs.NOON);
        }
    }
}
