package inkbench.data.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that a data set is downloaded as.
 *
 * @param name
 *            what it is called at every mirror
 * @param size
 *            in bytes, where it is known
 * @param sha256
 *            64 lower-case hexadecimal digits, where it is known for certain
 * @param members
 *            paths of the files of a zip archive that are kept; empty for a file that is kept itself
 */
public record CatalogFile(String name, OptionalLong size, Optional<String> sha256, List<String> members) {
    public CatalogFile {
        members = List.copyOf(members);
    }

    /** The names that lie in the installed folder. */
    List<String> installedNames() {
        return members.isEmpty() ? List.of(name) : members.stream().map(CatalogFile::lastName).toList();
    }

    /** What a member is called when it is installed. */
    static String lastName(String member) {
        return member.substring(member.lastIndexOf('/') + 1);
    }
}
