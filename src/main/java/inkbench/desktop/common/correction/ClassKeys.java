package inkbench.desktop.common.correction;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The keys by which classes are chosen.
 *
 * @param classNames
 *            what the classes are called
 */
public record ClassKeys(List<String> classNames) {
    private static final int KEYS_BY_NUMBER = 10;

    public ClassKeys {
        classNames = List.copyOf(classNames);
    }

    /** The key that gives a class: its name where that is one character, else its number; empty where it has none. */
    public String of(int label) {
        var name = classNames.get(label);
        if (name.length() == 1) {
            return name;
        }
        var number = Integer.toString(label);
        return label < KEYS_BY_NUMBER && !classNames.contains(number) ? number : "";
    }

    /** The class of a key; a small letter stands for a capital one where no class has both. */
    public OptionalInt classOf(String key) {
        var keys = IntStream.range(0, classNames.size()).mapToObj(this::of).toList();
        if (keys.contains(key) && !key.isEmpty()) {
            return OptionalInt.of(keys.indexOf(key));
        }
        var alike = IntStream.range(0, keys.size()).filter(i -> keys.get(i).equalsIgnoreCase(key)).toArray();
        return alike.length == 1 && !key.isEmpty() ? OptionalInt.of(alike[0]) : OptionalInt.empty();
    }
}
