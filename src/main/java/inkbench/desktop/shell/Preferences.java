package inkbench.desktop.shell;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

import inkbench.desktop.common.Theme;
import inkbench.app.picture.ColourScale;

/**
 * What the window remembers from one time to the next.
 *
 * @param place
 *            identity of the place that was shown last, empty for none
 * @param recent
 *            data sets opened before, newest first
 * @param bounds
 *            of the window, if it was ever shown
 * @param offerAnswered
 *            whether the user has said what to do about the data set that is offered at first
 */
record Preferences(
        Theme.Choice theme,
        ColourScale intensities,
        String place,
        List<Path> recent,
        Optional<WindowBounds> bounds,
        boolean offerAnswered) {
    static final Preferences DEFAULTS = new Preferences(Theme.Choice.SYSTEM, ColourScale.VIRIDIS, "", List.of(),
            Optional.empty(), false);

    private static final System.Logger LOGGER = System.getLogger(Preferences.class.getName());
    private static final String RECENT = "recent.";

    Preferences {
        recent = List.copyOf(recent);
    }

    /** Reads a file; whatever is missing or damaged in it is as if it had never been set. */
    static Preferences read(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException firstStart) {
            return DEFAULTS;
        } catch (IOException | IllegalArgumentException damaged) {
            LOGGER.log(Level.WARNING, "Preferences can't be read and are forgotten: " + file, damaged);
            return DEFAULTS;
        }
        var recent = new ArrayList<Path>();
        for (int i = 0; properties.containsKey(RECENT + i); i++) {
            value(properties, RECENT + i, Path::of).ifPresent(recent::add);
        }
        return new Preferences(value(properties, "theme", Theme.Choice::valueOf).orElse(DEFAULTS.theme()),
                value(properties, "colours", ColourScale::valueOf).orElse(DEFAULTS.intensities()),
                properties.getProperty("place", ""), recent, bounds(properties),
                Boolean.parseBoolean(properties.getProperty("offerAnswered")));
    }

    /** The content of a file that {@link #read} understands. */
    byte[] toBytes() {
        var properties = new Properties();
        properties.setProperty("theme", theme.name());
        properties.setProperty("colours", intensities.name());
        properties.setProperty("place", place);
        properties.setProperty("offerAnswered", Boolean.toString(offerAnswered));
        for (int i = 0; i < recent.size(); i++) {
            properties.setProperty(RECENT + i, recent.get(i).toString());
        }
        bounds.ifPresent(window -> {
            properties.setProperty("window.x", Double.toString(window.x()));
            properties.setProperty("window.y", Double.toString(window.y()));
            properties.setProperty("window.width", Double.toString(window.width()));
            properties.setProperty("window.height", Double.toString(window.height()));
            properties.setProperty("window.maximized", Boolean.toString(window.maximized()));
        });
        var text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new AssertionError("A string can always be written to", impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<WindowBounds> bounds(Properties properties) {
        return value(properties, "window.x", Double::valueOf)
                .flatMap(x -> value(properties, "window.y", Double::valueOf)
                        .flatMap(y -> value(properties, "window.width", Double::valueOf)
                                .flatMap(width -> value(properties, "window.height", Double::valueOf)
                                        .map(height -> new WindowBounds(x, y, width, height,
                                                Boolean.parseBoolean(properties.getProperty("window.maximized")))))));
    }

    private static <T> Optional<T> value(Properties properties, String key, Function<String, T> parser) {
        String text = properties.getProperty(key);
        try {
            return Optional.ofNullable(text).map(parser);
        } catch (InvalidPathException | NumberFormatException damaged) {
            LOGGER.log(Level.WARNING, "Preference {0} is damaged and forgotten: {1}", key, text);
            return Optional.empty();
        } catch (IllegalArgumentException unknown) {
            LOGGER.log(Level.WARNING, "Preference {0} is unknown and forgotten: {1}", key, text);
            return Optional.empty();
        }
    }
}
