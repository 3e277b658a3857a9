package inkbench.data.format.npz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The types of numpy's values that can be grey values or labels. */
enum NpyType {
    BOOL("b1") {
        @Override
        double value(ByteBuffer buffer) {
            return buffer.get() == 0 ? 0 : 1;
        }
    },
    UINT8("u1") {
        @Override
        double value(ByteBuffer buffer) {
            return Byte.toUnsignedInt(buffer.get());
        }
    },
    INT8("i1") {
        @Override
        double value(ByteBuffer buffer) {
            return buffer.get();
        }
    },
    UINT16("u2") {
        @Override
        double value(ByteBuffer buffer) {
            return Short.toUnsignedInt(buffer.getShort());
        }
    },
    INT16("i2") {
        @Override
        double value(ByteBuffer buffer) {
            return buffer.getShort();
        }
    },
    UINT32("u4") {
        @Override
        double value(ByteBuffer buffer) {
            return Integer.toUnsignedLong(buffer.getInt());
        }
    },
    INT32("i4") {
        @Override
        double value(ByteBuffer buffer) {
            return buffer.getInt();
        }
    },
    UINT64("u8") {
        @Override
        double value(ByteBuffer buffer) {
            long value = buffer.getLong();
            return value >= 0 ? value : value + TWO_TO_64;
        }
    },
    INT64("i8") {
        @Override
        double value(ByteBuffer buffer) {
            return buffer.getLong();
        }
    },
    FLOAT16("f2") {
        @Override
        double value(ByteBuffer buffer) {
            return Float.float16ToFloat(buffer.getShort());
        }
    },
    FLOAT32("f4") {
        @Override
        double value(ByteBuffer buffer) {
            return buffer.getFloat();
        }
    },
    FLOAT64("f8") {
        @Override
        double value(ByteBuffer buffer) {
            return buffer.getDouble();
        }
    };

    private static final double TWO_TO_64 = 0x1p64;

    private final String code;

    NpyType(String code) {
        this.code = code;
    }

    /** The type of a code such as {@code u1}; nothing for what is no number, or a complex one. */
    static Optional<NpyType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    /** Bytes of one value. */
    int size() {
        return code.charAt(1) - '0';
    }

    /** Whether values may lie between whole numbers. */
    boolean floating() {
        return code.charAt(0) == 'f';
    }

    /** The next value; 64-bit integers above 2⁵³ are rounded. */
    abstract double value(ByteBuffer buffer);
}
