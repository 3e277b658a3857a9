package inkbench.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import inkbench.text.Messages;

/** The way from a path to a file that is ours, whole, of the newest format and open. */
final class WorkspaceFile {
    private static final Messages MESSAGES = Messages.of(WorkspaceFile.class);
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
            .withZone(ZoneOffset.UTC);
    private static final Set<PosixFilePermission> WRITING = PosixFilePermissions.fromString("-w--w--w-");
    /** Above, indices are not compared with their tables: that would take longer than a user waits. */
    private static final long LARGE = 256L << 20;

    private final Path file;
    private final Migrations migrations;
    private final int patienceMillis;

    WorkspaceFile(Path file, Migrations migrations, int patienceMillis) {
        this.file = file.toAbsolutePath().normalize();
        this.migrations = migrations;
        this.patienceMillis = patienceMillis;
    }

    /**
     * An open file.
     *
     * @param session
     *            this process's number in it
     * @param notice
     *            what the user has to know of how it was opened
     */
    record Opened(Path file, Database database, long session, Optional<String> notice) {}

    /** Opens or makes it. One that is damaged is put aside, and a new one is made. */
    Opened open() throws WorkspaceException {
        prepare();
        try {
            return open(Optional.empty());
        } catch (SQLException damage) {
            if (Fault.of(damage) != Fault.DAMAGED) {
                throw Database.describe(file, patienceMillis, damage);
            }
            var notice = MESSAGES.get("workspace.damaged", file, putAside(damage), damage.getMessage());
            try {
                return open(Optional.of(notice));
            } catch (SQLException again) {
                throw Database.describe(file, patienceMillis, again);
            }
        }
    }

    private void prepare() throws WorkspaceException {
        try {
            Files.createDirectories(file.getParent());
            if (Files.isDirectory(file)) {
                throw new WorkspaceException(MESSAGES.get("workspace.folder", file));
            }
            if (Files.exists(file)) {
                requireWritable();
                requireSqlite();
            }
        } catch (WorkspaceException e) {
            throw e;
        } catch (IOException e) {
            throw new WorkspaceException(MESSAGES.get("workspace.cannotOpen", file), e);
        }
    }

    /** A file that nobody is meant to write stays as it is, even for a superuser, who could. */
    private void requireWritable() throws IOException {
        var attributes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        boolean forNobody = attributes != null
                && Collections.disjoint(attributes.readAttributes().permissions(), WRITING);
        if (forNobody || !Files.isWritable(file)) {
            throw new WorkspaceException(MESSAGES.get("workspace.readOnly", file));
        }
    }

    /** An empty file is an empty database. */
    private void requireSqlite() throws IOException {
        try (var in = Files.newInputStream(file)) {
            var found = in.readNBytes(HEADER.length);
            if (found.length > 0 && !Arrays.equals(found, HEADER)) {
                throw new WorkspaceException(MESSAGES.get("workspace.notADatabase", file));
            }
        }
    }

    private Opened open(Optional<String> notice) throws SQLException, WorkspaceException {
        var database = new Database(file, patienceMillis);
        try {
            return new Opened(file, database, database.raw(this::begin), notice);
        } catch (SQLException | WorkspaceException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private long begin(Connection connection) throws SQLException, WorkspaceException {
        migrations.apply(connection, file);
        Database.pragma(connection, "journal_mode = WAL");
        // A file that may be damaged is read before it is written.
        var dead = Sessions.ofTheDead(connection);
        if (!dead.isEmpty()) {
            requireWhole(connection);
        }
        return Database.transaction(connection, begun -> {
            Sessions.leave(dead).run(begun);
            return Sessions.enter(begun);
        });
    }

    private void requireWhole(Connection connection) throws SQLException {
        long size = file.toFile().length();
        var found = Database.pragma(connection, size > LARGE ? "quick_check(1)" : "integrity_check(1)");
        if (!found.equals("ok")) {
            throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
        }
    }

    /** The log belongs to the file: together they can still be read by a tool that repairs. */
    private Path putAside(SQLException damage) throws WorkspaceException {
        var kept = file.resolveSibling(file.getFileName() + ".damaged-" + MOMENT.format(Instant.now()));
        try {
            for (var suffix : List.of("-wal", "-shm", "")) {
                try {
                    Files.move(file.resolveSibling(file.getFileName() + suffix), Path.of(kept + suffix));
                } catch (NoSuchFileException e) {
                    // It has none.
                }
            }
        } catch (IOException e) {
            e.addSuppressed(damage);
            throw new WorkspaceException(MESSAGES.get("workspace.damaged.stuck", file, damage.getMessage()), e);
        }
        return kept;
    }
}
