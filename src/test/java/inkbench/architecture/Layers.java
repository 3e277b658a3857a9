package inkbench.architecture;

import static java.util.Map.entry;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClass;

/**
 * Which package may know which: the table of {@code docs/architecture.md}. A package that is not in it may not exist, and a
 * nested one without a row of its own has that of its parent.
 */
final class Layers {
    private static final Set<String> EVERYBODYS = Set.of("text", "task");
    private static final Set<String> DOMAIN = Set
            .of("data", "data.format", "statistics", "ink", "model", "training", "evaluation", "robustness",
                    "explain");

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("text", Set.of()),
            entry("task", Set.of()),
            entry("ink", Set.of()),
            entry("data", Set.of()),
            entry("data.format", Set.of("data", "ink")),
            entry("data.catalog", Set.of("data", "data.download", "data.format")),
            entry("data.download", Set.of()),
            entry("data.generator", Set.of("data", "data.format", "ink")),
            entry("statistics", Set.of("data")),
            entry("model", Set.of("data")),
            entry("training", Set.of("data", "data.generator", "model")),
            entry("evaluation", Set.of("data")),
            entry("robustness", Set.of("data", "evaluation")),
            entry("explain", Set.of("data", "model")),
            entry("store", union(DOMAIN, Set.of("store.run", "store.drawing"))),
            entry("store.run", Set.of("evaluation")),
            entry("store.drawing", Set.of("ink")),
            entry("report", Set.of("evaluation", "statistics", "store", "store.run")),
            entry("app",
                    union(DOMAIN,
                            Set.of("data.catalog", "data.download", "data.generator", "store", "store.run",
                                    "store.drawing", "report"))),
            entry("cli", union(DOMAIN, Set.of("data.catalog", "store.run", "store.drawing", "app"))),
            entry("desktop", union(DOMAIN, Set.of("data.catalog", "store.run", "store.drawing", "app"))));

    private final String root;

    Layers(String root) {
        this.root = root;
    }

    /** Says what is wrong with a dependency, or nothing. The starting class beside the packages may know all of them. */
    Optional<String> objection(JavaClass from, JavaClass to) {
        if (!isLayered(from) || !isLayered(to)) {
            return Optional.empty();
        }
        var here = layerOf(from);
        var there = layerOf(to);
        if (here.isEmpty()) {
            return Optional.of(from.getPackageName() + " is not in the table of layers");
        }
        if (here.equals(there) || EVERYBODYS.contains(there) || MAY_KNOW.get(here).contains(there)) {
            return Optional.empty();
        }
        return Optional.of(here + " may not know " + (there.isEmpty() ? to.getPackageName() : there));
    }

    private boolean isLayered(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    /** The longest name in the table that the package is or lies in; an empty one where there is none. */
    private String layerOf(JavaClass type) {
        var name = type.getPackageName().substring(root.length() + 1);
        while (!MAY_KNOW.containsKey(name) && !name.isEmpty()) {
            name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        }
        return name;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
