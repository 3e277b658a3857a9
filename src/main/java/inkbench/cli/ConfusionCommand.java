package inkbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import inkbench.evaluation.ConfusionMatrixFile;
import inkbench.evaluation.caret.CaretText;
import inkbench.evaluation.statistics.ConfusionStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench confusion}: the statistics of any confusion matrix, whoever made it. */
@Command(name = "confusion", resourceBundle = "inkbench.cli.messages", mixinStandardHelpOptions = true)
final class ConfusionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;
    @Parameters(paramLabel = "MATRIX.csv", descriptionKey = "confusion.matrix")
    private Path file;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var statistics = ConfusionStatistics.of(ConfusionMatrixFile.read(file));
        var out = spec.commandLine().getOut();
        if (json) {
            Json.print(out, CaretDocument.of(statistics));
        } else {
            out.print(CaretText.of(statistics));
        }
        return 0;
    }
}
