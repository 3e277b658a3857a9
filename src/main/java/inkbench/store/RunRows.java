package inkbench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

import inkbench.store.run.GroupKind;
import inkbench.store.run.NewRun;
import inkbench.store.run.RunRecord;
import inkbench.store.run.RunState;

/** The tables {@code runs}, {@code run_groups} and {@code tags}. */
final class RunRows {
    private static final String COLUMNS = """
            id, name, architecture, settings, data_name, data_sha256, seed, software, machine, threads, started, group_id,
            state, ended, outcome, notes""";

    private RunRows() {}

    static long insert(Connection connection, NewRun run, long session) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                        INSERT INTO runs (name, architecture, settings, data_name, data_sha256, seed, software, machine, threads,
                                          started, group_id, state, session_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'running', ?) RETURNING id""")) {
            insert.setString(1, run.name());
            insert.setString(2, run.architecture());
            insert.setString(3, run.settings());
            insert.setString(4, run.dataName());
            insert.setString(5, run.dataSha256());
            insert.setLong(6, run.seed());
            insert.setString(7, run.software());
            insert.setString(8, run.machine());
            insert.setInt(9, run.threads());
            insert.setLong(10, run.started().toEpochMilli());
            if (run.group().isPresent()) {
                insert.setLong(11, run.group().getAsLong());
            } else {
                insert.setNull(11, Types.INTEGER);
            }
            insert.setLong(12, session);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static long insertGroup(Connection connection, GroupKind kind, Instant made) throws SQLException {
        try (var insert = connection
                .prepareStatement("INSERT INTO run_groups (kind, made) VALUES (?, ?) RETURNING id")) {
            insert.setString(1, kind.key());
            insert.setLong(2, made.toEpochMilli());
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The newest first. */
    static List<RunRecord> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT " + COLUMNS + " FROM runs ORDER BY id DESC")) {
            return records(connection, select);
        }
    }

    static List<RunRecord> inState(Connection connection, RunState state) throws SQLException {
        try (var select = connection
                .prepareStatement("SELECT " + COLUMNS + " FROM runs WHERE state = ? ORDER BY id DESC")) {
            select.setString(1, state.key());
            return records(connection, select);
        }
    }

    static List<RunRecord> ofGroup(Connection connection, long group) throws SQLException {
        try (var select = connection
                .prepareStatement("SELECT " + COLUMNS + " FROM runs WHERE group_id = ? ORDER BY id")) {
            select.setLong(1, group);
            return records(connection, select);
        }
    }

    static Optional<RunRecord> find(Connection connection, long id) throws SQLException {
        try (var select = connection.prepareStatement("SELECT " + COLUMNS + " FROM runs WHERE id = ?")) {
            select.setLong(1, id);
            return records(connection, select).stream().findFirst();
        }
    }

    private static List<RunRecord> records(Connection connection, PreparedStatement select) throws SQLException {
        var records = new ArrayList<RunRecord>();
        try (var rows = select.executeQuery();
                var tags = connection.prepareStatement("SELECT tag FROM tags WHERE run_id = ?")) {
            while (rows.next()) {
                records.add(record(rows, tags));
            }
        }
        return records;
    }

    private static RunRecord record(ResultSet row, PreparedStatement tags) throws SQLException {
        long group = row.getLong(12);
        var begun = new NewRun(
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10),
                Instant.ofEpochMilli(row.getLong(11)),
                group == 0 ? OptionalLong.empty() : OptionalLong.of(group));
        long ended = row.getLong(14);
        return new RunRecord(
                row.getLong(1),
                begun,
                RunState.of(row.getString(13)),
                ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
                row.getString(15),
                row.getString(16),
                tagsOf(tags, row.getLong(1)));
    }

    private static SortedSet<String> tagsOf(PreparedStatement select, long run) throws SQLException {
        select.setLong(1, run);
        var tags = new TreeSet<String>();
        try (var rows = select.executeQuery()) {
            while (rows.next()) {
                tags.add(rows.getString(1));
            }
        }
        return tags;
    }

    static void setState(Connection connection, long run, RunState state) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE runs SET state = ? WHERE id = ?")) {
            update.setString(1, state.key());
            update.setLong(2, run);
            update.executeUpdate();
        }
    }

    /** Makes an interrupted run this session's; says whether it was interrupted. */
    static boolean claim(Connection connection, long run, long session) throws SQLException {
        try (var update = connection.prepareStatement("""
                UPDATE runs SET state = 'running', session_id = ?, ended = NULL, outcome = ''
                WHERE id = ? AND state = 'interrupted'""")) {
            update.setLong(1, session);
            update.setLong(2, run);
            return update.executeUpdate() == 1;
        }
    }

    static void end(Connection connection, long run, RunState state, String outcome, Instant ended)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE runs SET state = ?, outcome = ?, ended = ?, session_id = NULL WHERE id = ?")) {
            update.setString(1, state.key());
            update.setString(2, outcome);
            update.setLong(3, ended.toEpochMilli());
            update.setLong(4, run);
            update.executeUpdate();
        }
    }

    static void setText(Connection connection, long run, String name, String notes) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE runs SET name = ?, notes = ? WHERE id = ?")) {
            update.setString(1, name);
            update.setString(2, notes);
            update.setLong(3, run);
            update.executeUpdate();
        }
    }

    static void setTags(Connection connection, long run, SortedSet<String> tags) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM tags WHERE run_id = ?");
                var insert = connection.prepareStatement("INSERT INTO tags (run_id, tag) VALUES (?, ?)")) {
            delete.setLong(1, run);
            delete.executeUpdate();
            for (var tag : tags) {
                insert.setLong(1, run);
                insert.setString(2, tag);
                insert.executeUpdate();
            }
        }
    }

    static void delete(Connection connection, long run) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM runs WHERE id = ?")) {
            delete.setLong(1, run);
            delete.executeUpdate();
        }
    }
}
