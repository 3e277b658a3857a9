package inkbench.cli.common;

import java.util.Arrays;
import java.util.Optional;

import inkbench.data.Part;
import inkbench.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is asked of a command line; what is missing or outside of the limits is bad usage. */
public final class Options {
    /** What stands for all parts of a data set. */
    private static final String ALL = "all";
    private static final Messages MESSAGES = Messages.of(Options.class);

    private Options() {}

    /** For commands that only have others below them. */
    public static ParameterException commandMissing(CommandSpec spec) {
        return refusal(spec, MESSAGES.get("usage.commandMissing"));
    }

    /** Bad usage, in a sentence. */
    public static ParameterException refusal(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** For counts. */
    public static void requireAtLeast(CommandSpec spec, String option, long value, long least) {
        require(spec, value >= least, "usage.atLeast", option, least, value);
    }

    /** For sizes that have no upper limit. */
    public static void requireAbove(CommandSpec spec, String option, double value, double limit) {
        require(spec, value > limit && Double.isFinite(value), "usage.above", option, limit, value);
    }

    /** For sizes that have an upper limit. */
    public static void requireAtMost(CommandSpec spec, String option, double value, double most) {
        require(spec, value <= most, "usage.atMost", option, plain(most), value);
    }

    /** A number without digits that say nothing. */
    public static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** For a share of images: from 0 up to, but not including, 1. */
    public static void requireFraction(CommandSpec spec, String option, double value) {
        require(spec, value >= 0 && value < 1, "usage.fraction", option, value);
    }

    /** The part of a name such as {@code test}. */
    public static Part part(CommandSpec spec, String option, String name) {
        return named(name).orElseThrow(() -> refusal(spec, MESSAGES.get("usage.part", option, name)));
    }

    /** The same, where {@value #ALL} means all of them and gives nothing. */
    public static Optional<Part> partOrAll(CommandSpec spec, String option, String name) {
        var found = named(name);
        require(spec, found.isPresent() || name.equals(ALL), "usage.partOrAll", option, name);
        return found;
    }

    private static Optional<Part> named(String name) {
        return Arrays.stream(Part.values()).filter(part -> part.key().equals(name)).findFirst();
    }

    private static void require(CommandSpec spec, boolean met, String key, Object... parameters) {
        if (!met) {
            throw refusal(spec, MESSAGES.get(key, parameters));
        }
    }
}
