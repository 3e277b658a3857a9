package inkbench.cli;

import java.util.Arrays;

import inkbench.data.Part;
import inkbench.text.Messages;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Limits of option values; what is outside is bad usage. */
final class Options {
    private static final Messages MESSAGES = Messages.of(Options.class);

    private Options() {}

    static void requireAtLeast(CommandSpec spec, String option, long value, long least) {
        require(spec, value >= least, "usage.atLeast", option, least, value);
    }

    static void requireAbove(CommandSpec spec, String option, double value, double limit) {
        require(spec, value > limit && Double.isFinite(value), "usage.above", option, limit, value);
    }

    /** For a share of images: from 0 up to, but not including, 1. */
    static void requireFraction(CommandSpec spec, String option, double value) {
        require(spec, value >= 0 && value < 1, "usage.fraction", option, value);
    }

    /** The part of a name such as {@code test}. */
    static Part part(CommandSpec spec, String option, String name) {
        return Arrays.stream(Part.values())
                .filter(part -> part.key().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), MESSAGES.get("usage.part", option, name)));
    }

    static void require(CommandSpec spec, boolean met, String key, Object... parameters) {
        if (!met) {
            throw new ParameterException(spec.commandLine(), MESSAGES.get(key, parameters));
        }
    }
}
