package inkbench.data.format.image;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import inkbench.data.Dataset;
import inkbench.data.DataException;
import inkbench.data.format.source.Limits;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * The classes of pictures by what their folders or labels are called. Whole numbers up to 61 are class numbers, as in every
 * other format; otherwise the names are sorted, numbers by their value before all others.
 *
 * @param names
 *            what the classes are called
 * @param numbers
 *            the class of each folder or label
 */
record ClassOrder(List<String> names, Map<String, Integer> numbers) {
    private static final Messages MESSAGES = Messages.of(ClassOrder.class);
    /** Numbers by their value, then all other names. */
    static final Comparator<String> ORDER = Comparator
            .comparing((String name) -> !Names.isNumber(name))
            .thenComparing(name -> Names.isNumber(name) ? Long.parseLong(name) : 0)
            .thenComparing(Comparator.naturalOrder());

    static ClassOrder of(SourceFile place, Collection<String> found) throws DataException {
        var sorted = new TreeSet<>(ORDER);
        sorted.addAll(found);
        if (sorted.stream().allMatch(ClassOrder::isClassNumber)) {
            return numbered(sorted);
        }
        if (sorted.size() > Limits.MOST_CLASSES) {
            throw place.fault(MESSAGES, "classes.many", sorted.size(), Limits.MOST_CLASSES);
        }
        var names = List.copyOf(sorted);
        var numbers = new HashMap<String, Integer>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        return new ClassOrder(names, numbers);
    }

    private static boolean isClassNumber(String name) {
        return Names.isNumber(name) && Long.parseLong(name) < Limits.MOST_CLASSES;
    }

    private static ClassOrder numbered(Collection<String> sorted) {
        var numbers = new HashMap<String, Integer>();
        sorted.forEach(name -> numbers.put(name, Integer.parseInt(name)));
        int count = Math.max(Dataset.DIGITS.size(), numbers.values().stream().mapToInt(n -> n + 1).max().orElse(0));
        return new ClassOrder(IntStream.range(0, count).mapToObj(Integer::toString).toList(), numbers);
    }
}
