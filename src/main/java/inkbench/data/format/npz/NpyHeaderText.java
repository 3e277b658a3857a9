package inkbench.data.format.npz;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

import inkbench.data.DataException;
import inkbench.data.format.source.SourceFile;
import inkbench.text.Messages;

/**
 * Parses {@code {'descr': '|u1', 'fortran_order': False, 'shape': (60000, 28, 28), }}: these three keys once each, in any
 * order, and nothing else. It is data to it and never evaluated.
 */
final class NpyHeaderText {
    private static final Messages MESSAGES = Messages.of(NpyHeaderText.class);
    private static final int MOST_DIMENSIONS = 32;
    private static final int LONGEST_NUMBER = 18;
    private static final int LONGEST_SHOWN = 12;
    private static final String OBJECT = "O";

    private final SourceFile file;
    private final String text;
    /** Bytes of the file before the text. */
    private final int before;
    private int at;

    private String type;
    private Boolean fortran;
    private List<Long> shape;

    NpyHeaderText(SourceFile file, String text, int before) {
        this.file = file;
        this.text = text;
        this.before = before;
    }

    NpyHeader parse() throws DataException {
        expect('{');
        while (!take('}')) {
            var key = string();
            expect(':');
            switch (key) {
                case "descr" -> type = once(key, type, type());
                case "fortran_order" -> fortran = once(key, fortran, truth());
                case "shape" -> shape = once(key, shape, shape());
                default -> throw file.fault(MESSAGES, "npy.header.key", key);
            }
            if (!take(',')) {
                expect('}');
                break;
            }
        }
        skipSpaces();
        if (at < text.length()) {
            throw unexpected("npy.expected.end");
        }
        require("descr", type);
        require("fortran_order", fortran);
        require("shape", shape);
        return header();
    }

    private NpyHeader header() throws DataException {
        var code = type.isEmpty() || "<>|=".indexOf(type.charAt(0)) < 0 ? type : type.substring(1);
        if (code.startsWith(OBJECT)) {
            throw file.fault(MESSAGES, "npy.object");
        }
        var known = NpyType.of(code);
        if (known.isEmpty()) {
            throw file.fault(MESSAGES, "npy.type", type);
        }
        var order = type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(known.get(), order, fortran, List.copyOf(shape), before + text.length());
    }

    private <T> T once(String key, T earlier, T value) throws DataException {
        if (earlier != null) {
            throw file.fault(MESSAGES, "npy.header.twice", key);
        }
        return value;
    }

    private void require(String key, Object value) throws DataException {
        if (value == null) {
            throw file.fault(MESSAGES, "npy.header.missing", key);
        }
    }

    /** A type is a text; the types of records are lists. */
    private String type() throws DataException {
        skipSpaces();
        if (at < text.length() && (text.charAt(at) == '[' || text.charAt(at) == '(')) {
            throw file.fault(MESSAGES, "npy.records");
        }
        return string();
    }

    private String string() throws DataException {
        skipSpaces();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw unexpected("npy.expected.string");
        }
        var string = text.substring(at + 1, end);
        at = end + 1;
        return string;
    }

    private boolean truth() throws DataException {
        skipSpaces();
        for (var word : List.of("True", "False")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("True");
            }
        }
        throw unexpected("npy.expected.truth");
    }

    private List<Long> shape() throws DataException {
        var sizes = new ArrayList<Long>();
        expect('(');
        while (!take(')')) {
            sizes.add(number());
            if (sizes.size() > MOST_DIMENSIONS) {
                throw file.fault(MESSAGES, "npy.dimensions", MOST_DIMENSIONS);
            }
            if (!take(',')) {
                expect(')');
                break;
            }
        }
        return sizes;
    }

    private long number() throws DataException {
        skipSpaces();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > LONGEST_NUMBER) {
            at = start;
            throw unexpected("npy.expected.size");
        }
        long number = Long.parseLong(text, start, at, 10);
        // Python 2 wrote long numbers with an L.
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        return number;
    }

    private void expect(char symbol) throws DataException {
        if (!take(symbol)) {
            throw unexpected("npy.expected.symbol", symbol);
        }
    }

    private boolean take(char symbol) {
        skipSpaces();
        boolean there = at < text.length() && text.charAt(at) == symbol;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipSpaces() {
        while (at < text.length() && " \t\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private DataException unexpected(String expectedKey, Object... parameters) {
        var found = at < text.length()
                ? "“" + text.substring(at, Math.min(text.length(), at + LONGEST_SHOWN)).strip() + "”"
                : MESSAGES.get("npy.found.end");
        return file.fault(MESSAGES, "npy.header", before + at, MESSAGES.get(expectedKey, parameters), found);
    }
}
