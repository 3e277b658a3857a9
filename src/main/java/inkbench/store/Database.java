package inkbench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

import inkbench.text.Messages;

/** One connection to the file, for one thread at a time, whose failures are sentences. */
final class Database implements AutoCloseable {
    private static final Messages MESSAGES = Messages.of(Database.class);

    private final Path file;
    private final int patienceMillis;
    private final Connection connection;

    /**
     * Opens or makes the file and changes nothing in it.
     *
     * @param patienceMillis
     *            how long to wait for other processes
     */
    Database(Path file, int patienceMillis) throws SQLException {
        this.file = file;
        this.patienceMillis = patienceMillis;
        var config = new SQLiteConfig();
        config.setBusyTimeout(patienceMillis);
        config.enforceForeignKeys(true);
        // What was committed survives a power cut. Only the writing thread waits for that.
        config.setSynchronous(SynchronousMode.FULL);
        connection = config.createConnection("jdbc:sqlite:" + file);
    }

    /** Something to do with the connection that may find the user's wish impossible. */
    @FunctionalInterface
    interface Action<T> {
        T run(Connection connection) throws SQLException, WorkspaceException;
    }

    /** Does something that changes nothing. */
    <T> T read(Action<T> action) throws WorkspaceException {
        try {
            return raw(action);
        } catch (SQLException e) {
            throw describe(e);
        }
    }

    /** Does all of something or, where it fails, nothing of it. */
    synchronized <T> T write(Action<T> action) throws WorkspaceException {
        requireOpen();
        try {
            return transaction(connection, action);
        } catch (SQLException e) {
            throw describe(e);
        }
    }

    /** Does something outside a transaction, with failures as they are. */
    synchronized <T> T raw(Action<T> action) throws SQLException, WorkspaceException {
        requireOpen();
        return action.run(connection);
    }

    private void requireOpen() throws WorkspaceException {
        try {
            if (connection.isClosed()) {
                throw new WorkspaceException(MESSAGES.get("workspace.closed", file));
            }
        } catch (SQLException e) {
            throw describe(e);
        }
    }

    static <T> T transaction(Connection connection, Action<T> action) throws SQLException, WorkspaceException {
        // Immediate: one that reads first and writes later would fail at once where another writes meanwhile.
        execute(connection, "BEGIN IMMEDIATE");
        try {
            var result = action.run(connection);
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException | WorkspaceException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself after some failures, such as a full disk.
            cause.addSuppressed(e);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static String pragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    static int intPragma(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** The sentence for what went wrong. */
    WorkspaceException describe(SQLException failure) {
        return describe(file, patienceMillis, failure);
    }

    static WorkspaceException describe(Path file, int patienceMillis, SQLException failure) {
        var sentence = switch (Fault.of(failure)) {
            case LOCKED -> MESSAGES.get("workspace.locked", file, Math.ceilDiv(patienceMillis, 1000));
            case READ_ONLY -> MESSAGES.get("workspace.readOnly", file);
            case DAMAGED -> MESSAGES.get("workspace.damaged.now", file, failure.getMessage());
            case FULL -> MESSAGES.get("workspace.full", file);
            case CANNOT_OPEN -> MESSAGES.get("workspace.cannotOpen", file);
            case OTHER -> MESSAGES.get("workspace.failed", file, failure.getMessage());
        };
        return new WorkspaceException(sentence, failure);
    }

    @Override
    public synchronized void close() throws WorkspaceException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw describe(e);
        }
    }
}
