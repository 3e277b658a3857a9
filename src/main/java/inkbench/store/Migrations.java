package inkbench.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import inkbench.text.Messages;

/**
 * Brings a file from the format it has to the newest. The format's number is SQLite's {@code user_version}; script <i>n</i>
 * makes format <i>n</i> of <i>n</i> − 1. A released script is never changed.
 */
final class Migrations {
    /** The scripts of this version of Inkbench. */
    static final Migrations SHIPPED = new Migrations(
            List.of(script("migration-1.sql"), script("migration-2.sql")));

    /** "Inkb", in the file's header: tells our files from those of other programs. */
    static final int APPLICATION_ID = 0x496e6b62;

    private static final Messages MESSAGES = Messages.of(Migrations.class);

    private final List<String> scripts;

    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** The newest format. */
    int newest() {
        return scripts.size();
    }

    /**
     * Brings the file to the newest format, in one transaction. A file that holds something is copied before.
     *
     * @throws WorkspaceException
     *             if it is newer, of another program, or a script fails
     */
    void apply(Connection connection, Path file) throws SQLException, WorkspaceException {
        requireKnown(connection, file);
        int found = Database.intPragma(connection, "user_version");
        if (found == newest()) {
            return;
        }
        var copy = file.resolveSibling(file.getFileName() + ".format-" + found);
        if (found > 0) {
            copy(connection, copy);
        }
        try {
            Database.transaction(connection, begun -> {
                // Another process may have been faster.
                requireKnown(begun, file);
                for (int format = Database.intPragma(begun, "user_version"); format < newest(); format++) {
                    Database.execute(begun, scripts.get(format));
                }
                Database.execute(begun, "PRAGMA application_id = " + APPLICATION_ID);
                Database.execute(begun, "PRAGMA user_version = " + newest());
                return null;
            });
        } catch (SQLException e) {
            if (found > 0 && Fault.of(e) == Fault.OTHER) {
                throw new WorkspaceException(
                        MESSAGES.get("workspace.migration", file, found, newest(), copy, e.getMessage()),
                        e);
            }
            throw e;
        }
    }

    private void requireKnown(Connection connection, Path file) throws SQLException, WorkspaceException {
        int application = Database.intPragma(connection, "application_id");
        int found = Database.intPragma(connection, "user_version");
        if (application != APPLICATION_ID && (application != 0 || found != 0 || holdsTables(connection))) {
            throw new WorkspaceException(MESSAGES.get("workspace.foreign", file));
        }
        if (found > newest()) {
            throw new WorkspaceException(MESSAGES.get("workspace.newer", file, newest(), found));
        }
    }

    private static boolean holdsTables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM sqlite_schema LIMIT 1")) {
            return rows.next();
        }
    }

    /** Under its name there is only ever a whole copy. */
    private static void copy(Connection connection, Path copy) throws SQLException, WorkspaceException {
        var part = copy.resolveSibling(copy.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.deleteIfExists(part);
            try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, part.toString());
                statement.executeUpdate();
            }
            Files.move(part, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new WorkspaceException(MESSAGES.get("workspace.cannotOpen", copy), e);
        }
    }

    private static String script(String name) {
        try (var in = Migrations.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
