package inkbench.cli.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import inkbench.cli.common.Options;
import inkbench.text.Messages;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A choice with numbers, as in {@code --schedule step:factor=0.5,epochs=5}: what was left out has its usual value.
 *
 * @param choice
 *            such as {@code step}
 */
record Parameters(String choice, Map<String, Double> values) {
    private static final Messages MESSAGES = Messages.of(Parameters.class);

    /** A number that may be given, both limits included. */
    record Known(String name, double usual, double least, double most) {}

    /**
     * Takes an option's value apart.
     *
     * @param choices
     *            what can be chosen, with the numbers of each
     * @throws picocli.CommandLine.ParameterException
     *             in a sentence, for what is not known or outside of its limits
     */
    static Parameters parse(CommandSpec spec, String option, String text, Map<String, List<Known>> choices) {
        var halves = text.split(":", 2);
        var known = choices.get(halves[0]);
        if (known == null) {
            var names = String.join(", ", choices.keySet());
            throw Options.refusal(spec, MESSAGES.get("usage.choice", option, names, halves[0]));
        }
        var values = new HashMap<String, Double>();
        known.forEach(number -> values.put(number.name(), number.usual()));
        if (halves.length == 2) {
            for (var pair : halves[1].split(",", -1)) {
                var sides = pair.split("=", 2);
                var number = known.stream()
                        .filter(candidate -> candidate.name().equals(sides[0]))
                        .findFirst()
                        .orElseThrow(() -> Options.refusal(spec, unknown(option, halves[0], known, pair)));
                values.put(number.name(), value(spec, option, number, sides.length == 2 ? sides[1] : ""));
            }
        }
        return new Parameters(halves[0], Map.copyOf(values));
    }

    private static String unknown(String option, String choice, List<Known> known, String pair) {
        return known.isEmpty()
                ? MESSAGES.get("usage.parameter.none", option, choice, pair)
                : MESSAGES.get(
                        "usage.parameter.unknown",
                        option,
                        choice,
                        known.stream().map(number -> number.name() + "=N").collect(Collectors.joining(", ")),
                        pair);
    }

    private static double value(CommandSpec spec, String option, Known number, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= number.least() && value <= number.most()) {
                return value;
            }
        } catch (NumberFormatException e) {
            // It gets the sentence that a number outside of the limits gets.
        }
        throw Options.refusal(
                spec,
                MESSAGES.get(
                        "usage.parameter.value",
                        option,
                        number.name(),
                        Options.plain(number.least()),
                        Options.plain(number.most()),
                        text));
    }

    double get(String name) {
        return values.get(name);
    }
}
