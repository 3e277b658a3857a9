package inkbench.data.format.idx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.foreign.ValueLayout;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.sun.management.ThreadMXBean;

import inkbench.data.DataException;
import inkbench.data.format.source.ReadProgress;
import inkbench.data.format.source.SourceFile;

class IdxReaderTest {
    private static final String COPY = ": download or copy it again.";

    @TempDir
    private Path folder;

    @Test
    void readsImages() throws IOException {
        var file = file(IdxBytes.images(2, 1, 3, 0, 127, 255, 1, 2, 3));

        var images = IdxReader.images(file, ReadProgress.NONE);

        assertThat(images.count()).isEqualTo(2);
        assertThat(images.height()).isEqualTo(1);
        assertThat(images.width()).isEqualTo(3);
        assertThat(images.pixels().toArray(ValueLayout.JAVA_BYTE)).containsExactly(0, 127, 255, 1, 2, 3);
    }

    @Test
    void readsLabels() throws IOException {
        assertThat(IdxReader.labels(file(IdxBytes.labels(9, 0, 61)), ReadProgress.NONE)).containsExactly(9, 0, 61);
    }

    @Test
    void unpacksWhatIsGzippedWhateverItIsCalled() throws IOException {
        var file = file(IdxBytes.gzip(IdxBytes.labels(4, 2)));

        assertThat(IdxReader.labels(file, ReadProgress.NONE)).containsExactly(4, 2);
    }

    static Stream<Arguments> malformedImages() {
        return Stream.of(
                arguments("empty", new byte[0], " is empty, but data was expected" + COPY),
                arguments(
                        "wrong magic",
                        IdxBytes.idx(0x0d03, new int[]{1, 1, 1}, 0),
                        " begins with the bytes 00 00 0d 03, but an IDX file of images begins with 00 00 08 03: choose the"
                                + " images file."),
                arguments(
                        "half a magic",
                        new byte[]{0, 0},
                        " begins with the bytes 00 00, but an IDX file of images begins with 00 00 08 03: choose the images"
                                + " file."),
                arguments(
                        "half a header",
                        Arrays.copyOf(IdxBytes.images(1, 2, 2, 0, 0, 0, 0), 10),
                        " ends after 10 bytes, but its header alone has 16" + COPY),
                arguments(
                        "no images",
                        IdxBytes.images(0, 28, 28),
                        " has a header for 0 images of 28×28 pixels, but at least one image of at least one pixel was"
                                + " expected" + COPY),
                arguments(
                        "no pixels",
                        IdxBytes.images(3, 28, 0),
                        " has a header for 3 images of 0×28 pixels, but at least one image of at least one pixel was"
                                + " expected" + COPY),
                arguments(
                        "huge images",
                        IdxBytes.images(1, 40, 257),
                        " has a header for images of 257×40 pixels, but a side may have 256 at most: scale the images"
                                + " down."),
                arguments(
                        "truncated",
                        IdxBytes.images(2, 2, 2, 1, 2, 3, 4, 5, 6, 7),
                        " has a header for 2 images of 2×2 pixels, which is 8 bytes, but only 7 follow it" + COPY),
                arguments(
                        "oversized",
                        IdxBytes.images(1, 2, 2, 1, 2, 3, 4, 5),
                        " has a header for 1 images of 2×2 pixels, which is 4 bytes, but more than that follow it"
                                + COPY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedImages")
    void saysWhatIsWrongWithImages(String what, byte[] content, String sentence) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> IdxReader.images(file, ReadProgress.NONE)).isInstanceOf(DataException.class)
                .hasMessage(file + sentence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedImages")
    void saysTheSameOfGzippedImages(String what, byte[] content, String sentence) throws IOException {
        var file = file(IdxBytes.gzip(content));

        assertThatThrownBy(() -> IdxReader.images(file, ReadProgress.NONE)).isInstanceOf(DataException.class)
                .hasMessage(file + sentence);
    }

    static Stream<Arguments> malformedLabels() {
        return Stream.of(
                arguments(
                        "wrong magic",
                        IdxBytes.images(1, 1, 1, 0),
                        " begins with the bytes 00 00 08 03, but an IDX file of labels begins with 00 00 08 01: put the"
                                + " right labels file beside the images."),
                arguments(
                        "no labels",
                        IdxBytes.labels(),
                        " has a header for 0 labels, but at least one was expected" + COPY),
                arguments(
                        "truncated",
                        IdxBytes.labelsWithHeader(3, 1, 2),
                        " has a header for 3 labels, but only 2 follow it" + COPY),
                arguments(
                        "oversized",
                        IdxBytes.labelsWithHeader(1, 1, 2),
                        " has a header for 1 labels, but more than that follow it" + COPY),
                arguments(
                        "outside",
                        IdxBytes.labels(0, 61, 62),
                        " has 62 as label number 3, but labels go from 0 to 61: use data with fewer classes."),
                arguments(
                        "negative as a signed byte",
                        IdxBytes.labels(255),
                        " has 255 as label number 1, but labels go from 0 to 61: use data with fewer classes."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedLabels")
    void saysWhatIsWrongWithLabels(String what, byte[] content, String sentence) throws IOException {
        var file = file(content);

        assertThatThrownBy(() -> IdxReader.labels(file, ReadProgress.NONE)).isInstanceOf(DataException.class)
                .hasMessage(file + sentence);
    }

    @Test
    void refusesMorePixelsThanAnArrayHolds() throws IOException {
        var file = file(IdxBytes.gzip(IdxBytes.images(Integer.MAX_VALUE, 28, 28, 0)));

        assertThatThrownBy(() -> IdxReader.images(file, ReadProgress.NONE)).isInstanceOf(DataException.class)
                .hasMessageContaining("cannot be unpacked into memory");
    }

    @Test
    void refusesNegativeSizesAsTheLargeNumbersTheyAre() throws IOException {
        var file = file(IdxBytes.images(-1, 28, 28, 0));

        assertThatThrownBy(() -> IdxReader.images(file, ReadProgress.NONE)).isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + " has a header for ");
    }

    static Stream<Arguments> largePromises() {
        var images = IdxBytes.images(2_700_000, 28, 28, 1, 2, 3);
        return Stream.of(arguments("plain", images), arguments("gzipped", IdxBytes.gzip(images)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("largePromises")
    void allocatesNothingOnTheWordOfAHeader(String what, byte[] content) throws IOException {
        var file = file(content);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> IdxReader.images(file, ReadProgress.NONE)).isInstanceOf(DataException.class);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isLessThan(20_000_000);
    }

    @Test
    void saysThatAGzipFileIsCutOff() throws IOException {
        var packed = IdxBytes.gzip(IdxBytes.images(1, 2, 2, 1, 2, 3, 4));
        var file = file(Arrays.copyOf(packed, packed.length - 9));

        assertThatThrownBy(() -> IdxReader.images(file, ReadProgress.NONE)).isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + " is a damaged gzip file (")
                .hasMessageEndingWith(COPY);
    }

    @Test
    void saysThatAGzipFileHasAWrongChecksum() throws IOException {
        var packed = IdxBytes.gzip(IdxBytes.images(1, 2, 2, 1, 2, 3, 4));
        packed[packed.length - 8] ^= 1;
        var file = file(packed);

        assertThatThrownBy(() -> IdxReader.images(file, ReadProgress.NONE)).isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + " is a damaged gzip file (");
    }

    private SourceFile file(byte[] content) throws IOException {
        return new SourceFile(Files.write(folder.resolve("file"), content));
    }
}
