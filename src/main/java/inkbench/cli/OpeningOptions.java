package inkbench.cli;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.OpenedData;
import inkbench.data.format.image.ImageSize;
import inkbench.data.format.npz.NpzKeys;
import inkbench.task.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be said about data that can be taken in more than one way, for all commands that open some. */
final class OpeningOptions {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,2})x([1-9]\\d{0,2})");
    private static final int LARGEST_SIDE = 256;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--invert", descriptionKey = "open.invert")
    private boolean invert;
    @Option(names = "--fit", paramLabel = "WxH", descriptionKey = "open.fit")
    private String fit;
    @Option(names = "--arrays", paramLabel = "PART=IMAGES[,LABELS]", descriptionKey = "open.arrays")
    private Map<String, String> arrays = new LinkedHashMap<>();

    /** Opens a data set; what there is to know about how it was taken goes to standard error. */
    OpenedData open(Workbench workbench, String name, Progress progress) throws IOException {
        var opened = workbench.data().read(name, options(), progress);
        opened.notes().forEach(spec.commandLine().getErr()::println);
        return opened;
    }

    private OpenOptions options() {
        var options = OpenOptions.NONE.withInverted(invert);
        if (fit != null) {
            options = options.withFit(size());
        }
        return arrays.isEmpty() ? options : options.withArrays(keys());
    }

    private ImageSize size() {
        var size = SIZE.matcher(fit);
        Options.require(spec, size.matches(), "usage.fit", fit, LARGEST_SIDE);
        int width = Integer.parseInt(size.group(1));
        int height = Integer.parseInt(size.group(2));
        Options.require(spec, Math.max(width, height) <= LARGEST_SIDE, "usage.fit", fit, LARGEST_SIDE);
        return new ImageSize(width, height);
    }

    private NpzKeys keys() {
        var parts = new EnumMap<Part, NpzKeys.Pair>(Part.class);
        arrays.forEach((part, names) -> {
            var pair = names.split(",", 2);
            parts.put(
                    Options.part(spec, "--arrays", part),
                    new NpzKeys.Pair(pair[0], pair.length == 2 ? Optional.of(pair[1]) : Optional.empty()));
        });
        return new NpzKeys(parts);
    }
}
