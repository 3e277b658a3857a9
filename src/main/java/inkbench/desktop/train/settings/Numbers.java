package inkbench.desktop.train.settings;

import java.math.BigDecimal;
import java.util.Optional;

import inkbench.text.Messages;

/** Makes settings that are numbers, each with its sentences about what is none. */
final class Numbers {
    private final Messages messages = Messages.of(Numbers.class);

    /** A whole number, both limits included. */
    Setting<Integer> whole(String key, int usual, int least, int most) {
        return new Setting<>(
                key,
                Integer.toString(usual),
                text -> integer(text).filter(number -> number >= least && number <= most).map(Long::intValue),
                typed -> complaint("whole", key, typed, least, most));
    }

    /** A number, both limits included. */
    Setting<Double> decimal(String key, double usual, double least, double most) {
        return new Setting<>(
                key,
                plain(usual),
                text -> decimal(text).map(BigDecimal::doubleValue).filter(number -> number >= least && number <= most),
                typed -> complaint("decimal", key, typed, least, most));
    }

    /** A share that is typed in per cent; the limits, in per cent too, are included. */
    Setting<Double> percent(String key, double usualShare, double least, double most) {
        return new Setting<>(
                key,
                percent(usualShare),
                text -> decimal(text)
                        .filter(percent -> percent.doubleValue() >= least && percent.doubleValue() <= most)
                        .map(percent -> percent.movePointLeft(2).doubleValue()),
                typed -> complaint("decimal", key, typed, least, most));
    }

    private String complaint(String kind, String key, String typed, Number least, Number most) {
        var name = messages.get("settings." + key);
        return typed.isEmpty()
                ? messages.get("number." + kind + ".missing", name, least, most)
                : messages.get("number." + kind + ".problem", name, least, most) + " "
                        + messages.get("settings.found", typed);
    }

    /** As somebody would type it. */
    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A share as somebody would type it in per cent. */
    static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    static Optional<Long> integer(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A point or a comma parts the decimals, whatever the locale: in a form nobody types thousands. */
    static Optional<BigDecimal> decimal(String text) {
        try {
            var number = new BigDecimal(text.replace(',', '.'));
            return Double.isFinite(number.doubleValue()) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
