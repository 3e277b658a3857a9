package inkbench.desktop.train.settings;

import java.util.Optional;
import java.util.function.Function;

import inkbench.text.Messages;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One setting as it is typed: the text, the value it stands for, and what is wrong with it.
 *
 * @param <T>
 *            the value
 */
public final class Setting<T> {
    private final Messages messages = Messages.of(Setting.class);
    private final String key;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper();
    private Optional<T> value = Optional.empty();
    private Runnable onChange = () -> {};

    /**
     * Makes a setting.
     *
     * @param key
     *            what its texts begin with
     * @param parser
     *            gives the value of a text without surrounding blanks, or nothing if it stands for none
     * @param complaint
     *            what to say about a text that stands for none
     */
    Setting(String key, String initial, Function<String, Optional<T>> parser, Function<String, String> complaint) {
        this.key = key;
        text.addListener((source, before, typed) -> {
            var stripped = typed == null ? "" : typed.strip();
            value = parser.apply(stripped);
            problem.set(value.isPresent() ? null : complaint.apply(stripped));
            onChange.run();
        });
        text.set(initial);
    }

    /** What it is called in code, such as {@code batch}. */
    public String key() {
        return key;
    }

    /** What it is called in the window, with its unit. */
    public String name() {
        return messages.get("settings." + key);
    }

    /** What it means, in a sentence. */
    public String meaning() {
        return messages.get("settings." + key + ".tip");
    }

    /** What is typed. */
    public StringProperty text() {
        return text;
    }

    /** One sentence about what is wrong, or null. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Says what to do once value and problem follow a text that was typed. */
    public void onChange(Runnable action) {
        onChange = action;
    }

    /** The value that the text is known to stand for. */
    T get() {
        return value.orElseThrow();
    }

    /** The value, unless the text stands for none. */
    public Optional<T> value() {
        return value;
    }
}
