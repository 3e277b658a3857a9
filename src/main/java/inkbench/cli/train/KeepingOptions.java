package inkbench.cli.train;

import java.io.IOException;
import java.time.Duration;

import inkbench.app.Workbench;
import inkbench.cli.common.Options;
import inkbench.cli.common.WorkspaceOption;
import inkbench.data.PartedDataset;
import inkbench.text.Messages;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where runs are kept, how often, and whether one is to go on. */
final class KeepingOptions {
    private static final double MOST_SECONDS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Messages messages = Messages.of(KeepingOptions.class);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Mixin
    private WorkspaceOption workspace;
    @Option(names = "--resume", descriptionKey = "train.resume")
    private boolean resume;
    @Option(names = "--checkpoint-seconds", paramLabel = "S", defaultValue = "30", descriptionKey = "train.checkpointSeconds")
    private double checkpointSeconds;

    /**
     * Opens the workspace.
     *
     * @return what starts runs; keeps nothing where nobody asked for a workspace and the usual one can't be used
     * @throws IOException
     *             in a sentence, if one was asked for that can't be used
     */
    Keeping open(Workbench workbench, PartedDataset set) throws IOException {
        Options.requireAbove(spec, "--checkpoint-seconds", checkpointSeconds, 0);
        Options.requireAtMost(spec, "--checkpoint-seconds", checkpointSeconds, MOST_SECONDS);
        var interval = Duration.ofNanos(Math.max(1, Math.round(checkpointSeconds * NANOS_PER_SECOND)));
        var err = spec.commandLine().getErr();
        boolean kept = true;
        try {
            workspace.open(workbench, err);
            workbench.runs().onFailure(err::println);
        } catch (IOException failure) {
            if (workspace.given() || resume) {
                throw failure;
            }
            err.println(messages.get("keeping.not", failure.getMessage()));
            kept = false;
        }
        return new Keeping(workbench, set, err, interval, resume, kept);
    }
}
