package inkbench.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import inkbench.store.Database.Action;

/**
 * Who has the file open. A clean end takes its row out again; so a row whose process is gone tells that it crashed, was killed,
 * or that the power failed.
 */
final class Sessions {
    private static final String INTERRUPT = """
            UPDATE runs SET state = 'interrupted', session_id = NULL
            WHERE state IN ('running', 'paused') AND (session_id IS NULL OR session_id = ?)""";

    private Sessions() {}

    /** Those whose process is gone. */
    static List<Long> ofTheDead(Connection connection) throws SQLException {
        var dead = new ArrayList<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id, host, pid, process_started FROM sessions")) {
            while (rows.next()) {
                var process = new ProcessIdentity(
                        rows.getString(2),
                        rows.getLong(3),
                        Instant.ofEpochMilli(rows.getLong(4)));
                if (!process.alive()) {
                    dead.add(rows.getLong(1));
                }
            }
        }
        return dead;
    }

    /** Adds this process and says under which number. */
    static long enter(Connection connection) throws SQLException {
        var process = ProcessIdentity.ofThis();
        try (var insert = connection.prepareStatement(
                "INSERT INTO sessions (host, pid, process_started, opened) VALUES (?, ?, ?, ?) RETURNING id")) {
            insert.setString(1, process.host());
            insert.setLong(2, process.pid());
            insert.setLong(3, process.started().toEpochMilli());
            insert.setLong(4, Instant.now().toEpochMilli());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** Takes sessions out; what they left under way is interrupted. */
    static Action<Void> leave(List<Long> sessions) {
        return connection -> {
            for (long session : sessions) {
                try (var interrupt = connection.prepareStatement(INTERRUPT);
                        var delete = connection.prepareStatement("DELETE FROM sessions WHERE id = ?")) {
                    interrupt.setLong(1, session);
                    interrupt.executeUpdate();
                    delete.setLong(1, session);
                    delete.executeUpdate();
                }
            }
            return null;
        };
    }
}
