package inkbench.cli.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import inkbench.app.Workbench;
import inkbench.app.machine.Machine;
import inkbench.app.machine.NetworkSpeed;
import inkbench.app.machine.SpeedTest;
import inkbench.cli.common.ConsoleProgress;
import inkbench.cli.common.Json;
import inkbench.cli.common.Options;
import inkbench.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code inkbench bench train}: how fast the networks learn and read on this machine. */
@Command(name = "train", mixinStandardHelpOptions = true, showDefaultValues = true)
final class BenchTrainCommand implements Callable<Integer> {
    private static final List<String> NETWORKS = List.of("mlp", "cnn");

    private final Workbench workbench;
    private final Messages messages = Messages.of(BenchTrainCommand.class);

    @Spec
    private CommandSpec spec;
    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", descriptionKey = "bench.runs")
    private int runs;
    @Option(names = "--seconds", paramLabel = "S", defaultValue = "2.5", descriptionKey = "bench.seconds")
    private double seconds;
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    BenchTrainCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() throws IOException {
        Options.requireAtLeast(spec, "--runs", runs, SpeedTest.LEAST_RUNS);
        Options.requireAbove(spec, "--seconds", seconds, 0);
        var presets = workbench.training()
                .presets()
                .stream()
                .filter(preset -> NETWORKS.contains(preset.name()))
                .toList();
        var machine = Machine.read();
        Map<String, NetworkSpeed> speeds;
        try (var progress = ConsoleProgress.of(spec.commandLine().getErr(), messages.get("progress.bench"))) {
            speeds = workbench.speedTest().run(presets, runs, seconds, progress);
        }
        if (json) {
            Json.print(spec.commandLine().getOut(), document(speeds, machine));
        } else {
            print(speeds, machine);
        }
        return 0;
    }

    private static Map<String, Object> document(Map<String, NetworkSpeed> speeds, Machine machine) {
        var document = new LinkedHashMap<String, Object>();
        speeds.forEach((network, speed) -> document.put(network, Figures.of(speed)));
        document.put("threads", machine.engine().processors());
        document.put("native", machine.engine().arithmetic());
        return document;
    }

    private void print(Map<String, NetworkSpeed> speeds, Machine machine) {
        var rows = new ArrayList<String[]>();
        rows.add(
                new String[]{
                        messages.get("bench.network"),
                        messages.get("bench.training"),
                        messages.get("bench.inference"),
                        messages.get("bench.p50"),
                        messages.get("bench.p99")});
        speeds.forEach(
                (network, speed) -> rows.add(
                        new String[]{
                                network,
                                messages.get("bench.speed", speed.training()),
                                messages.get("bench.speed", speed.inference()),
                                messages.get("bench.millis", speed.singleP50Ms()),
                                messages.get("bench.millis", speed.singleP99Ms())}));
        var out = spec.commandLine().getOut();
        var widths = IntStream.range(0, rows.getFirst().length)
                .map(column -> rows.stream().mapToInt(row -> row[column].length()).max().orElseThrow())
                .toArray();
        for (var row : rows) {
            var line = new StringBuilder(String.format("%-" + widths[0] + "s", row[0]));
            for (int column = 1; column < row.length; column++) {
                line.append(String.format("  %" + widths[column] + "s", row[column]));
            }
            out.println(line);
        }
        out.println();
        out.println(
                messages.get(
                        "bench.machine",
                        machine.processor(),
                        machine.engine().processors(),
                        machine.engine().arithmetic(),
                        runs,
                        seconds));
    }

    /** What scripts rely on. */
    private record Figures(long train, long infer, double singleP50Ms, double singleP99Ms) {
        /** Digits beyond these are noise. */
        static Figures of(NetworkSpeed speed) {
            return new Figures(
                    Math.round(speed.training()),
                    Math.round(speed.inference()),
                    Math.round(speed.singleP50Ms() * 1e4) / 1e4,
                    Math.round(speed.singleP99Ms() * 1e4) / 1e4);
        }
    }
}
