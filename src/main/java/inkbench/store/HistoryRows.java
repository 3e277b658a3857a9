package inkbench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import inkbench.evaluation.ConfusionMatrix;
import inkbench.store.run.BatchBucket;
import inkbench.store.run.CheckpointRecord;
import inkbench.store.run.EpochRecord;
import inkbench.store.run.EvaluationRecord;

/** The tables {@code epochs}, {@code batches}, {@code evaluations} and {@code checkpoints}. */
final class HistoryRows {
    private HistoryRows() {}

    static void insert(Connection connection, long run, EpochRecord epoch) throws SQLException {
        try (var insert = connection
                .prepareStatement("INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, run);
            insert.setInt(2, epoch.epoch());
            insert.setLong(3, epoch.iteration());
            insert.setDouble(4, epoch.loss());
            insert.setDouble(5, epoch.accuracy());
            insert.setDouble(6, epoch.validationLoss());
            insert.setDouble(7, epoch.validationAccuracy());
            insert.setDouble(8, epoch.learningRate());
            insert.setDouble(9, epoch.seconds());
            insert.setDouble(10, epoch.imagesPerSecond());
            insert.executeUpdate();
        }
    }

    static List<EpochRecord> epochs(Connection connection, long run) throws SQLException {
        return select(
                connection,
                """
                        SELECT epoch, iteration, loss, accuracy, validation_loss, validation_accuracy, learning_rate, seconds,
                               images_per_second
                        FROM epochs WHERE run_id = ? ORDER BY epoch""",
                run,
                row -> new EpochRecord(
                        row.getInt(1),
                        row.getLong(2),
                        number(row, 3),
                        number(row, 4),
                        number(row, 5),
                        number(row, 6),
                        number(row, 7),
                        number(row, 8),
                        number(row, 9)));
    }

    static void insert(Connection connection, long run, List<BatchBucket> buckets) throws SQLException {
        try (var insert = connection
                .prepareStatement("INSERT OR REPLACE INTO batches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var bucket : buckets) {
                insert.setLong(1, run);
                insert.setLong(2, bucket.firstIteration());
                insert.setLong(3, bucket.lastIteration());
                insert.setDouble(4, bucket.loss().min());
                insert.setDouble(5, bucket.loss().max());
                insert.setDouble(6, bucket.loss().mean());
                insert.setDouble(7, bucket.accuracy().min());
                insert.setDouble(8, bucket.accuracy().max());
                insert.setDouble(9, bucket.accuracy().mean());
                insert.setDouble(10, bucket.learningRate());
                insert.setDouble(11, bucket.imagesPerSecond());
                insert.executeUpdate();
            }
        }
    }

    static List<BatchBucket> batches(Connection connection, long run) throws SQLException {
        return select(
                connection,
                """
                        SELECT first_iteration, last_iteration, loss_min, loss_max, loss_mean, accuracy_min, accuracy_max,
                               accuracy_mean, learning_rate, images_per_second
                        FROM batches WHERE run_id = ? ORDER BY first_iteration""",
                run,
                row -> new BatchBucket(
                        row.getLong(1),
                        row.getLong(2),
                        new BatchBucket.Range(number(row, 3), number(row, 4), number(row, 5)),
                        new BatchBucket.Range(number(row, 6), number(row, 7), number(row, 8)),
                        number(row, 9),
                        number(row, 10)));
    }

    static void insert(Connection connection, long run, CheckpointRecord checkpoint) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT OR REPLACE INTO checkpoints VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, run);
            insert.setString(2, checkpoint.path().toString());
            insert.setInt(3, checkpoint.epoch());
            insert.setLong(4, checkpoint.iteration());
            insert.setLong(5, checkpoint.written().toEpochMilli());
            insert.executeUpdate();
        }
    }

    static void deleteCheckpoint(Connection connection, long run, Path path) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM checkpoints WHERE run_id = ? AND path = ?")) {
            delete.setLong(1, run);
            delete.setString(2, path.toString());
            delete.executeUpdate();
        }
    }

    /** The newest first. */
    static List<CheckpointRecord> checkpoints(Connection connection, long run) throws SQLException {
        return select(
                connection,
                """
                        SELECT path, epoch, iteration, written FROM checkpoints
                        WHERE run_id = ? ORDER BY iteration DESC, written DESC""",
                run,
                row -> new CheckpointRecord(
                        Path.of(row.getString(1)),
                        row.getInt(2),
                        row.getLong(3),
                        Instant.ofEpochMilli(row.getLong(4))));
    }

    static void insert(Connection connection, long run, EvaluationRecord evaluation) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                        INSERT INTO evaluations (run_id, data_name, part, model_sha256, accuracy, loss, class_names, matrix, measured)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            var matrix = evaluation.matrix();
            insert.setLong(1, run);
            insert.setString(2, evaluation.dataName());
            insert.setString(3, evaluation.part());
            insert.setString(4, evaluation.modelSha256());
            insert.setDouble(5, matrix.accuracy());
            insert.setDouble(6, evaluation.loss());
            insert.setString(7, String.join("\n", matrix.classNames()));
            insert.setString(8, text(matrix));
            insert.setLong(9, evaluation.measured().toEpochMilli());
            insert.executeUpdate();
        }
    }

    /** The oldest first. */
    static List<EvaluationRecord> evaluations(Connection connection, long run) throws SQLException {
        return select(
                connection,
                """
                        SELECT data_name, part, model_sha256, loss, class_names, matrix, measured
                        FROM evaluations WHERE run_id = ? ORDER BY id""",
                run,
                row -> new EvaluationRecord(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        number(row, 4),
                        matrix(row.getString(5), row.getString(6)),
                        Instant.ofEpochMilli(row.getLong(7))));
    }

    private static String text(ConfusionMatrix matrix) {
        return Arrays.stream(matrix.counts())
                .map(line -> Arrays.stream(line).mapToObj(Long::toString).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static ConfusionMatrix matrix(String classNames, String counts) {
        var rows = counts.lines()
                .map(line -> Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray())
                .toArray(long[][]::new);
        return new ConfusionMatrix(List.of(classNames.split("\n", -1)), rows);
    }

    /** Takes out what came after a batch: a run that goes on from a checkpoint does that again. */
    static void deleteAfter(Connection connection, long run, long iteration) throws SQLException {
        for (var sql : List.of(
                "DELETE FROM epochs WHERE run_id = ? AND iteration > ?",
                "DELETE FROM batches WHERE run_id = ? AND last_iteration > ?",
                "DELETE FROM checkpoints WHERE run_id = ? AND iteration > ?")) {
            try (var delete = connection.prepareStatement(sql)) {
                delete.setLong(1, run);
                delete.setLong(2, iteration);
                delete.executeUpdate();
            }
        }
    }

    /** SQLite keeps NaN as NULL. */
    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> select(Connection connection, String sql, long run, RowReader<T> reader)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, run);
            var records = new ArrayList<T>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(reader.read(rows));
                }
            }
            return records;
        }
    }
}
