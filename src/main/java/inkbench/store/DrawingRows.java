package inkbench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import inkbench.ink.Drawing;
import inkbench.ink.InkPoint;
import inkbench.ink.Stroke;
import inkbench.store.drawing.DrawnDigit;
import inkbench.store.drawing.KeptDigit;

/** The table {@code drawings}. */
final class DrawingRows {
    private static final String COLUMNS = "id, label, strokes, read_as, model, drawn";

    private DrawingRows() {}

    /** Under a number of its own. */
    static KeptDigit insert(Connection connection, DrawnDigit digit) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO drawings (label, strokes, read_as, model, drawn) VALUES (?, ?, ?, ?, ?) RETURNING id")) {
            fill(insert, 0, digit);
            try (var row = insert.executeQuery()) {
                row.next();
                return new KeptDigit(row.getLong(1), digit);
            }
        }
    }

    /** Under the number that it had. */
    static void insert(Connection connection, KeptDigit kept) throws SQLException {
        try (var insert = connection
                .prepareStatement("INSERT OR REPLACE INTO drawings (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, kept.id());
            fill(insert, 1, kept.digit());
            insert.executeUpdate();
        }
    }

    private static void fill(PreparedStatement insert, int before, DrawnDigit digit) throws SQLException {
        insert.setInt(before + 1, digit.label());
        insert.setString(before + 2, text(digit.drawing()));
        if (digit.readAs().isPresent()) {
            insert.setInt(before + 3, digit.readAs().getAsInt());
        } else {
            insert.setNull(before + 3, Types.INTEGER);
        }
        insert.setString(before + 4, digit.model());
        insert.setLong(before + 5, digit.drawn().toEpochMilli());
    }

    /** The newest first. */
    static List<KeptDigit> all(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("SELECT " + COLUMNS + " FROM drawings ORDER BY id DESC");
                var rows = select.executeQuery()) {
            var all = new ArrayList<KeptDigit>();
            while (rows.next()) {
                all.add(kept(rows));
            }
            return List.copyOf(all);
        }
    }

    private static KeptDigit kept(ResultSet row) throws SQLException {
        int readAs = row.getInt(4);
        var read = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(readAs);
        try {
            return new KeptDigit(
                    row.getLong(1),
                    new DrawnDigit(
                            row.getInt(2),
                            drawing(row.getString(3)),
                            read,
                            row.getString(5),
                            Instant.ofEpochMilli(row.getLong(6))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SQLException("drawing " + row.getLong(1) + " is not readable", e);
        }
    }

    /** Whether there is one of that number. */
    static boolean relabel(Connection connection, long id, int label) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE drawings SET label = ? WHERE id = ?")) {
            update.setInt(1, label);
            update.setLong(2, id);
            return update.executeUpdate() > 0;
        }
    }

    static void delete(Connection connection, long id) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM drawings WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        }
    }

    private static String text(Drawing drawing) {
        return drawing.strokes()
                .stream()
                .map(
                        stroke -> stroke.points()
                                .stream()
                                .map(point -> point.x() + "," + point.y() + "," + point.millis())
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static Drawing drawing(String text) {
        return new Drawing(
                text.lines()
                        .map(line -> new Stroke(Arrays.stream(line.split(" ")).map(DrawingRows::point).toList()))
                        .toList());
    }

    private static InkPoint point(String text) {
        var numbers = text.split(",");
        return new InkPoint(
                Double.parseDouble(numbers[0]),
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]));
    }
}
