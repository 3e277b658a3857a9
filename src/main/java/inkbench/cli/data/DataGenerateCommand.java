package inkbench.cli.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import inkbench.app.Workbench;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Options;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench data generate}: makes digits, the built-in set unless told otherwise. */
@Command(name = "generate", mixinStandardHelpOptions = true, showDefaultValues = true)
final class DataGenerateCommand implements Callable<Integer> {
    private final Workbench workbench;
    private final Messages messages = Messages.of(DataGenerateCommand.class);

    @Spec
    private CommandSpec spec;
    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "generate.out")
    private Path folder;
    @Option(names = "--train", paramLabel = "N", defaultValue = "10000", descriptionKey = "generate.train")
    private int train;
    @Option(names = "--test", paramLabel = "N", defaultValue = "2000", descriptionKey = "generate.test")
    private int test;
    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "seed")
    private long seed;
    @Option(names = "--unpacked", descriptionKey = "generate.unpacked")
    private boolean unpacked;

    DataGenerateCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        Options.requireAtLeast(spec, "--train", train, 1);
        Options.requireAtLeast(spec, "--test", test, 1);
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.generate"))) {
            workbench.data().generate(folder, train, test, seed, !unpacked, progress);
        }
        spec.commandLine().getOut().println(messages.get("generate.done", train, test, folder));
        return 0;
    }
}
