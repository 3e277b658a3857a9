package inkbench.data.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The data sets that are known by name.
 *
 * @param entries
 *            each with a name of its own, in the order to show them
 */
public record Catalog(List<CatalogEntry> entries) {
    private static final String SHIPPED = "/inkbench/builtin/catalog.json";

    public Catalog {
        entries = List.copyOf(entries);
    }

    /** The catalog that comes with the app. */
    public static Catalog shipped() {
        try (var in = Catalog.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("The build left the catalog out");
            }
            return CatalogReader.read(in, "catalog.json");
        } catch (IOException damaged) {
            throw new UncheckedIOException("The catalog that comes with the app is tested", damaged);
        }
    }

    /** The entry of exactly that name. */
    public Optional<CatalogEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
