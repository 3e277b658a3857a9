package inkbench.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import inkbench.cli.common.Json;
import inkbench.evaluation.ConfusionMatrixFile;
import inkbench.evaluation.caret.CaretText;
import inkbench.evaluation.statistics.ConfusionStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inkbench confusion}: the statistics of any confusion matrix, whoever made it. */
@Command(name = "confusion", mixinStandardHelpOptions = true)
public final class ConfusionCommand implements Callable<Integer> {
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
