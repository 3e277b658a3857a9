package inkbench.data.format.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.color.ColorSpace;
import java.awt.Transparency;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import inkbench.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotoFileTest {
    /** Corners of a picture of 3 × 2 pixels: top left, top right, bottom left, bottom right. */
    private static final int[] CORNERS = {10, 80, 150, 220};

    @TempDir
    private Path folder;

    @Test
    void readsGreyPicturesAsTheyAre() throws IOException {
        var photo = PhotoFile.read(write(corners(BufferedImage.TYPE_BYTE_GRAY), "png"));

        assertThat(photo.size()).isEqualTo(new ImageSize(3, 2));
        assertThat(cornersOf(photo)).containsExactly(CORNERS);
    }

    @Test
    void putsTransparentPicturesOnWhite() throws IOException {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff000000);
        image.setRGB(2, 0, 0x80000000);

        assertThat(cornersOf(PhotoFile.read(write(image, "png")))).containsExactly(0, 127, 255, 255);
    }

    @Test
    void takesTheUpperBitsOfSixteen() throws IOException {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(2, 1, 0, 0xabcd);

        assertThat(cornersOf(PhotoFile.read(write(image, "png")))).containsExactly(0, 0, 0, 0xab);
    }

    @Test
    void readsSixteenBitsOfEachColour() throws IOException {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        var raster = model.createCompatibleWritableRaster(3, 2);
        raster.setPixel(2, 1, new int[]{0xffff, 0xffff, 0xffff});

        var photo = PhotoFile.read(write(new BufferedImage(model, raster, false, null), "png"));

        assertThat(cornersOf(photo)).containsExactly(0, 0, 0, 255);
    }

    /** Where the corners that are stored at the top left, top right, bottom left and bottom right are seen. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 0 1 2 3
            2, 1 0 3 2
            3, 3 2 1 0
            4, 2 3 0 1
            5, 0 2 1 3
            6, 2 0 3 1
            7, 3 1 2 0
            8, 1 3 0 2
            9, 0 1 2 3
            """)
    void turnsPhotosAsTheCameraSays(int number, String seen) throws IOException {
        for (boolean intel : new boolean[]{true, false}) {
            var photo = Orientation.of(exif(number, intel)).upright(
                    PhotoFile.read(write(corners(BufferedImage.TYPE_BYTE_GRAY), "png")));

            int[] expected = Arrays.stream(seen.split(" ")).mapToInt(place -> CORNERS[Integer.parseInt(place)])
                    .toArray();
            assertThat(cornersOf(photo)).containsExactly(expected);
            assertThat(photo.size().width()).isEqualTo(number >= 5 && number <= 8 ? 2 : 3);
        }
    }

    @Test
    void unpacksAPartOfTwentyMegapixelsOnly() throws IOException {
        var image = new BufferedImage(5472, 3648, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(5472 - 2, 3648 - 2, 0, 200);
        for (var format : new String[]{"png", "jpg", "bmp"}) {
            var photo = PhotoFile.read(write(image, format));

            assertThat(photo.pixels().length).isLessThanOrEqualTo(4_000_000);
            assertThat(photo.size().width()).isGreaterThan(1500);
        }
    }

    @Test
    void refusesASizeThatNobodyPhotographsBeforeUnpackingIt() throws IOException {
        var bytes = Files.readAllBytes(write(corners(BufferedImage.TYPE_BYTE_GRAY), "png"));
        // The header says 100,000 × 100,000; its checksum is not looked at before its size.
        ByteBuffer.wrap(bytes).putInt(16, 100_000).putInt(20, 100_000);
        var file = Files.write(folder.resolve("bomb.png"), bytes);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> PhotoFile.read(file))
                .withMessageContaining("100000×100000")
                .withMessageContaining("100 megapixels");
    }

    @ParameterizedTest
    @CsvSource({"png, 30", "png, 60", "jpg, 20", "jpg, 300", "jpg, 700", "bmp, 60"})
    void saysThatAPictureIsDamaged(String format, int length) throws IOException {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 64 * 64; i++) {
            image.getRaster().setSample(i % 64, i / 64, 0, i * 37 % 256);
        }
        var whole = Files.readAllBytes(write(image, format));
        var file = Files.write(folder.resolve("cut." + format), Arrays.copyOf(whole, length));

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> PhotoFile.read(file))
                .withMessageContaining("cut." + format)
                .withMessageContaining("damaged");
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        var empty = Files.createFile(folder.resolve("empty.png"));
        var text = Files.writeString(folder.resolve("text.png"), "no picture at all");

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> PhotoFile.read(empty));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> PhotoFile.read(folder));
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> PhotoFile.read(text))
                .withMessageContaining("PNG, JPEG or BMP");
    }

    private Path write(BufferedImage image, String format) throws IOException {
        var file = folder.resolve("picture." + format);
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private static BufferedImage corners(int type) {
        var image = new BufferedImage(3, 2, type);
        for (int i = 0; i < CORNERS.length; i++) {
            image.getRaster().setSample(i % 2 * 2, i / 2, 0, CORNERS[i]);
        }
        return image;
    }

    private static int[] cornersOf(GreyPicture photo) {
        int width = photo.size().width();
        int last = photo.pixels().length - 1;
        return new int[]{photo.pixels()[0] & 0xff, photo.pixels()[width - 1] & 0xff,
                photo.pixels()[last - width + 1] & 0xff, photo.pixels()[last] & 0xff};
    }

    /** The beginning of a JPEG file with one tag in its Exif block. */
    private static byte[] exif(int orientation, boolean intel) throws IOException {
        var tiff = ByteBuffer.allocate(26).order(intel ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.put((intel ? "II" : "MM").getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        var file = new ByteArrayOutputStream();
        file.write(new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 2 + 6 + 26});
        file.write("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        file.write(tiff.array());
        return file.toByteArray();
    }
}
