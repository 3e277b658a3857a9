package inkbench.cli;

import inkbench.cli.bench.BenchCommand;
import inkbench.cli.classify.ClassifyCommand;
import inkbench.cli.data.DataCommand;
import inkbench.cli.evaluate.ConfusionCommand;
import inkbench.cli.evaluate.EvaluateCommand;
import inkbench.cli.evaluate.RobustnessCommand;
import inkbench.cli.runs.RunsCommand;
import inkbench.cli.train.TrainCommand;
import inkbench.cli.tune.TuneCommand;
import inkbench.cli.common.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code inkbench}: what there is to choose from. */
@Command(name = "inkbench", mixinStandardHelpOptions = true, versionProvider = Version.class, subcommands = {
        DataCommand.class, TrainCommand.class, EvaluateCommand.class, ConfusionCommand.class,
        RobustnessCommand.class, ClassifyCommand.class, TuneCommand.class,
        RunsCommand.class, BenchCommand.class})
final class InkbenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw Options.commandMissing(spec);
    }
}
