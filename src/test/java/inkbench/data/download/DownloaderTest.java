package inkbench.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import inkbench.task.Progress;
import inkbench.testing.FaultyServer;
import inkbench.testing.FaultyServer.Fault;

class DownloaderTest {
    private static final byte[] CONTENT = new byte[300_000];
    private static final Duration PATIENCE = Duration.ofMillis(400);
    private static final long LARGEST = 1_000_000;

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @TempDir
    private Path folder;
    private final FaultyServer server = new FaultyServer();
    private Path target;
    private String sha256;

    @BeforeEach
    void prepare() throws IOException {
        target = folder.resolve("file");
        sha256 = FileHash.sha256(Files.write(folder.resolve("original"), CONTENT));
        Files.delete(folder.resolve("original"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void takesTheNextSourceWhateverIsWrongWithTheFirst(Fault fault) throws IOException {
        server.serve("/a/file", CONTENT, fault);
        server.serve("/b/file", CONTENT);

        downloader(Disk.REAL).get(wanted("/a/file", "/b/file"), target, Progress.NONE);

        assertThat(target).hasBinaryContent(CONTENT);
        assertOnly("file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CUT_OFF_WITHOUT_ETAG | cut off the connection
            CUT_OFF_AT_ONCE | cut off the connection
            WRONG_BYTES | has other content (SHA-256
            TOO_MANY | has 300,001 bytes instead of 300,000
            TOO_MANY_UNANNOUNCED | has more than 300,000 bytes
            TOO_FEW | has 299,999 bytes instead of 300,000
            STALL_BEFORE_HEADERS | sent nothing for 0.4 s
            NOT_FOUND | answered with status 404
            SERVER_ERROR | answered with status 500
            OTHER_PART | answered with status 206
            REDIRECT_LOOP | redirects more than 5 times
            REDIRECT_TO_OTHER_PROTOCOL | points to ftp://127.0.0.1/file, which is not a secure address (https)
            REDIRECT_NOWHERE | redirects to “::”, which is no address
            REDIRECT | answered with status 404
            """)
    void saysInASentenceWhatIsWrongWithTheOnlySource(Fault fault, String reason) {
        server.serve("/a/file", CONTENT, fault);

        var failure = failure(wanted("/a/file"));

        assertThat(failure).hasMessageStartingWith("file could not be downloaded: 127.0.0.1 " + reason)
                .hasMessageEndingWith("Check the network connection and try again.");
        assertOnly();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT_OFF", "STALL"})
    void keepsWhatCanBeGoneOnWith(Fault fault) throws IOException {
        server.serve("/a/file", CONTENT, fault);

        failure(wanted("/a/file"));

        assertOnly("file.part", "file.part.source");
        long begun = Files.size(folder.resolve("file.part"));
        assertThat(begun).isBetween(150_000L, 299_999L);

        server.serve("/a/file", CONTENT);
        downloader(Disk.REAL).get(wanted("/a/file"), target, Progress.NONE);

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests().getLast()).isEqualTo("/a/file bytes=" + begun + "-");
        assertOnly("file");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "RANGE_IGNORED", "ETAG_CHANGED", "OTHER_PART", "CUT_OFF"})
    void goesOnAfterACut(Fault then) throws IOException {
        server.serve("/a/file", CONTENT, Fault.CUT_OFF, then, Fault.NONE);

        downloader(Disk.REAL).get(wanted("/a/file"), target, Progress.NONE);

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests().get(1)).isEqualTo("/a/file bytes=150000-");
    }

    @Test
    void neverMixesTwoFilesOfOneAddress() throws IOException {
        var other = CONTENT.clone();
        other[0] ^= 1;
        server.serve("/a/file", other, Fault.CUT_OFF);
        failure(wanted("/a/file"));
        server.serve("/a/file", CONTENT, Fault.ETAG_CHANGED);

        downloader(Disk.REAL).get(wanted("/a/file"), target, Progress.NONE);

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void beginsAnewWithAnotherSource() throws IOException {
        server.serve("/a/file", CONTENT, Fault.CUT_OFF);
        server.serve("/b/file", CONTENT);

        downloader(Disk.REAL).get(wanted("/a/file", "/b/file"), target, Progress.NONE);

        assertThat(server.requests().getLast()).isEqualTo("/b/file");
    }

    @Test
    void takesAPartThatIsWholeAlready() throws IOException {
        Files.write(folder.resolve("file.part"), CONTENT);
        Files.write(folder.resolve("file.part.source"), List.of(server.address("/a/file").toString(), "\"one\""));

        downloader(Disk.REAL).get(wanted("/a/file"), target, Progress.NONE);

        assertThat(target).hasBinaryContent(CONTENT);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void followsARedirection() throws IOException {
        server.serve("/a/file", CONTENT, Fault.REDIRECT);
        server.serve("/moved/a/file", CONTENT);

        downloader(Disk.REAL).get(wanted("/a/file"), target, Progress.NONE);

        assertThat(target).hasBinaryContent(CONTENT);
    }

    @Test
    void asksNobodyThatTheRulesForbid() throws IOException {
        var downloader = new Downloader(DownloadRules.HTTPS_ONLY);
        server.serve("/a/file", CONTENT);

        var failure = catchThrowableOfType(
                DownloadException.class,
                () -> downloader.get(wanted("/a/file"), target, Progress.NONE));

        assertThat(failure).hasMessageContaining("which is not a secure address (https)");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void limitsFilesOfUnknownSize() {
        server.serve("/a/file", new byte[(int) LARGEST + 1]);
        var unknown = new WantedFile("file", List.of(server.address("/a/file")), OptionalLong.empty(),
                Optional.empty());

        assertThat(failure(unknown)).hasMessageContaining("has more than 1,000,000 bytes");
        assertOnly();
    }

    @Test
    void saysThatASourceCantBeReached() throws IOException {
        int unused;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        var rules = new DownloadRules(address -> true, PATIENCE, 1, LARGEST, Disk.REAL);
        var away = new WantedFile("file", List.of(URI.create("http://127.0.0.1:" + unused + "/file")),
                OptionalLong.empty(), Optional.empty());

        assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> new Downloader(rules).get(away, target, Progress.NONE))
                .withMessageContaining("127.0.0.1 could not be reached");
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothing() {
        server.serve("/a/file", CONTENT);
        server.serve("/b/file", CONTENT);
        Disk full = (file, append) -> new FullAfter(Disk.REAL.open(file, append), 100_000);

        assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> downloader(full).get(wanted("/a/file", "/b/file"), target, Progress.NONE))
                .withMessage(
                        "file could not be written to " + folder + " (No space left on device): make room on the disk, "
                                + "or check that the folder may be written to, and try again.");
        assertThat(server.requests()).containsExactly("/a/file");
        assertOnly();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "STALL", "STALL_BEFORE_HEADERS", "CUT_OFF_WITHOUT_ETAG"})
    void stopsWhenNobodyWantsItAnyMore(Fault fault) {
        server.serve("/a/file", CONTENT, fault);
        var patient = new Downloader(
                new DownloadRules(server::isHere, Duration.ofMinutes(1), 1, LARGEST, Disk.REAL));

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> patient.get(wanted("/a/file"), target, new CancelledLater()));

        assertThat(target).doesNotExist();
        assertThat(folder).isDirectoryNotContaining(
                file -> !file.toString().endsWith(".part") && !file.toString().endsWith(".part.source"));
    }

    @Test
    void reportsBytes() throws IOException {
        server.serve("/a/file", CONTENT, Fault.CUT_OFF, Fault.NONE);
        var reports = new ArrayList<String>();
        var progress = new Progress() {
            @Override
            public void report(long done, long total) {
                reports.add(done + "/" + total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        downloader(Disk.REAL).get(wanted("/a/file"), target, progress);

        assertThat(reports).startsWith("0/300000").contains("150000/300000").endsWith("300000/300000");
    }

    private Downloader downloader(Disk disk) {
        return new Downloader(new DownloadRules(server::isHere, PATIENCE, 3, LARGEST, disk));
    }

    private WantedFile wanted(String... paths) {
        var sources = List.of(paths).stream().map(server::address).toList();
        return new WantedFile("file", sources, OptionalLong.of(CONTENT.length), Optional.of(sha256));
    }

    private DownloadException failure(WantedFile file) {
        var failure = catchThrowableOfType(
                DownloadException.class,
                () -> downloader(Disk.REAL).get(file, target, Progress.NONE));
        assertThat(failure).isNotNull();
        assertThat(target).doesNotExist();
        return failure;
    }

    private void assertOnly(String... names) {
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(names);
    }

    /** Writes so much and no more. */
    private static final class FullAfter extends OutputStream {
        private final OutputStream out;
        private int room;

        FullAfter(OutputStream out, int room) {
            this.out = out;
            this.room = room;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Cancelled once it has been asked a few times, or something has come. */
    private static final class CancelledLater implements Progress {
        private int asked;

        @Override
        public void report(long done, long total) {}

        @Override
        public boolean cancelled() {
            return ++asked > 3;
        }
    }
}
