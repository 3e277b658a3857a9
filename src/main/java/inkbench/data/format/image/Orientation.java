package inkbench.data.format.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as a JPEG file says it in its Exif block: tag 0x0112, "Orientation" (JEITA CP-3451, 4.6.4).
 *
 * @param number
 *            1…8; 1 where the file says nothing that makes sense
 */
record Orientation(int number) {
    private static final Orientation UPRIGHT = new Orientation(1);
    private static final int START_OF_IMAGE = 0xffd8;
    private static final int EXIF_BLOCK = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final long EXIF = 0x457869660000L;
    private static final int INTEL_ORDER = 0x4949;
    private static final int ENTRY = 12;
    private static final int TAG = 0x0112;
    private static final int VALUE = 8;

    static Orientation of(byte[] file) {
        try {
            return find(ByteBuffer.wrap(file));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
            // The picture may be whole all the same.
            return UPRIGHT;
        }
    }

    private static Orientation find(ByteBuffer file) {
        if (Short.toUnsignedInt(file.getShort()) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        while (true) {
            int marker = Short.toUnsignedInt(file.getShort());
            int length = Short.toUnsignedInt(file.getShort()) - Short.BYTES;
            if (marker == START_OF_SCAN || marker >> Byte.SIZE != 0xff) {
                return UPRIGHT;
            }
            int block = file.position();
            if (marker == EXIF_BLOCK && length > 6 && file.getLong(block) >>> 16 == EXIF) {
                return tagged(file.slice(block + 6, length - 6));
            }
            file.position(block + length);
        }
    }

    private static Orientation tagged(ByteBuffer tiff) {
        boolean intel = Short.toUnsignedInt(tiff.getShort(0)) == INTEL_ORDER;
        tiff.order(intel ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + Short.BYTES + i * ENTRY;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                int number = tiff.getShort(entry + VALUE);
                return number >= 1 && number <= 8 ? new Orientation(number) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** The picture as it was seen. */
    GreyPicture upright(GreyPicture stored) {
        if (number == 1) {
            return stored;
        }
        boolean exchanged = number >= 5;
        // By number: whether what is stored runs from right to left, and from bottom to top, along its own rows and columns.
        boolean mirroredX = number == 2 || number == 3 || number == 7 || number == 8;
        boolean mirroredY = number == 3 || number == 4 || number == 6 || number == 7;
        int width = stored.size().width();
        int height = stored.size().height();
        var size = exchanged ? new ImageSize(height, width) : stored.size();
        var pixels = new byte[stored.pixels().length];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int along = exchanged ? y : x;
                int down = exchanged ? x : y;
                int column = mirroredX ? width - 1 - along : along;
                int row = mirroredY ? height - 1 - down : down;
                pixels[y * size.width() + x] = stored.pixels()[row * width + column];
            }
        }
        return new GreyPicture(size, pixels);
    }
}
