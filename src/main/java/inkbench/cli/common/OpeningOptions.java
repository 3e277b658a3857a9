package inkbench.cli.common;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.data.format.OpenOptions;
import inkbench.data.format.OpenedData;
import inkbench.data.format.image.ImageSize;
import inkbench.data.format.npz.NpzKeys;
import inkbench.task.Progress;
import inkbench.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What can be said about data that can be taken in more than one way, for all commands that open some. */
public final class OpeningOptions {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,2})x([1-9]\\d{0,2})");
    private static final int LARGEST_SIDE = 256;

    private final Messages messages = Messages.of(OpeningOptions.class);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;
    @Option(names = "--invert", descriptionKey = "open.invert")
    private boolean invert;
    @Option(names = "--fit", paramLabel = "WxH", descriptionKey = "open.fit")
    private String fit;
    @Option(names = "--arrays", paramLabel = "PART=IMAGES[,LABELS]", descriptionKey = "open.arrays")
    private Map<String, String> arrays = new LinkedHashMap<>();

    @Option(names = "--corrected", descriptionKey = "open.corrected")
    private boolean corrected;

    /** Opens a data set; what there is to know about how it was taken goes to standard error. */
    public OpenedData open(Workbench workbench, String name, Progress progress) throws IOException {
        var opened = read(workbench, name, progress);
        return new OpenedData(correct(workbench, opened.data(), progress), opened.notes());
    }

    /** The same with a part to test with. Labels are corrected after that, so that no image goes to another part for it. */
    public PartedDataset openToTrain(Workbench workbench, String name, long seed, Progress progress)
            throws IOException {
        var opened = read(workbench, name, progress);
        return correct(workbench, workbench.data().withTestPart(opened.data(), seed), progress);
    }

    private OpenedData read(Workbench workbench, String name, Progress progress) throws IOException {
        var opened = workbench.data().read(name, options(), progress);
        opened.notes().forEach(spec.commandLine().getErr()::println);
        return opened;
    }

    private PartedDataset correct(Workbench workbench, PartedDataset set, Progress progress) throws IOException {
        if (!corrected) {
            return set;
        }
        var applied = workbench.corrections().applied(set, progress);
        var result = applied.corrected();
        spec.commandLine()
                .getErr()
                .println(
                        messages.get(
                                "corrected",
                                result.relabelledCount(),
                                result.excludedCount(),
                                applied.file()));
        return result;
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
        if (size.matches()) {
            int width = Integer.parseInt(size.group(1));
            int height = Integer.parseInt(size.group(2));
            if (Math.max(width, height) <= LARGEST_SIDE) {
                return new ImageSize(width, height);
            }
        }
        throw Options.refusal(spec, messages.get("usage.fit", fit, LARGEST_SIDE));
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
