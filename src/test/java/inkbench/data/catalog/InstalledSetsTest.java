package inkbench.data.catalog;

import static inkbench.testing.CatalogServer.IMAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.data.DataException;
import inkbench.data.Part;
import inkbench.data.catalog.FetchResult.Installed;
import inkbench.data.catalog.FetchResult.Unverified;
import inkbench.data.download.Disk;
import inkbench.data.download.DownloadException;
import inkbench.task.Progress;
import inkbench.testing.CatalogServer;
import inkbench.testing.FaultyServer.Fault;

class InstalledSetsTest {
    private static final String IMAGES_FILE = "train-images-idx3-ubyte.gz";

    private final CatalogServer served = new CatalogServer();
    private final CatalogEntry mnist = served.entries().getFirst();
    private final CatalogEntry usps = served.entries().getLast();
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void installsAndOpens() throws IOException {
        var sets = served.sets(folder);
        assertThat(sets.isInstalled(mnist)).isFalse();

        assertThat(sets.fetch(mnist, Trust.NONE, Progress.NONE)).isEqualTo(new Installed(mnist));

        assertThat(sets.isInstalled(mnist)).isTrue();
        var read = sets.read(mnist, Progress.NONE);
        assertThat(read.name()).isEqualTo("MNIST");
        assertThat(read.part(Part.TRAIN).orElseThrow().size()).isEqualTo(IMAGES);
        assertThat(read.part(Part.TEST).orElseThrow().label(7)).isEqualTo(7);
        assertThat(visible()).containsExactly("mnist");
        assertThat(workingFolders()).isEmpty();
    }

    @Test
    void asksNobodyForWhatIsInstalled() throws IOException {
        var sets = served.sets(folder);
        sets.fetch(mnist, Trust.NONE, Progress.NONE);
        served.server().requests().clear();

        sets.fetch(mnist, Trust.NONE, Progress.NONE);

        assertThat(served.server().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void installsWhateverIsWrongWithTheFirstMirror(Fault fault) throws IOException {
        served.server().serve("/first/mnist/" + IMAGES_FILE, CatalogServer.images(IMAGES, 28, 28), fault);

        served.sets(folder).fetch(mnist, Trust.NONE, Progress.NONE);

        assertThat(served.sets(folder).read(mnist, Progress.NONE).size()).isEqualTo(IMAGES * 3 / 2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"NONE", "RANGE_IGNORED", "ETAG_CHANGED"})
    void listsNothingWhereBothMirrorsFail(Fault fault) throws IOException {
        served.damage("mnist", IMAGES_FILE, CatalogServer.images(IMAGES, 28, 28), fault);
        var sets = served.sets(folder);

        assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> sets.fetch(mnist, Trust.NONE, Progress.NONE))
                .withMessageStartingWith(IMAGES_FILE + " could not be downloaded: 127.0.0.1 ");

        assertThat(sets.isInstalled(mnist)).isFalse();
        assertThat(visible()).isEmpty();
    }

    @Test
    void goesOnWhereItWasKilled() throws IOException {
        served.damage("mnist", "t10k-images-idx3-ubyte.gz", CatalogServer.images(IMAGES / 2, 28, 28), Fault.CUT_OFF);
        var sets = served.sets(folder);
        assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> sets.fetch(mnist, Trust.NONE, Progress.NONE));
        served.damage("mnist", "t10k-images-idx3-ubyte.gz", CatalogServer.images(IMAGES / 2, 28, 28), Fault.NONE);
        served.server().requests().clear();

        var later = served.sets(folder);
        later.tidy();
        later.fetch(mnist, Trust.NONE, Progress.NONE);

        assertThat(later.isInstalled(mnist)).isTrue();
        assertThat(served.server().requests()).noneMatch(request -> request.contains("train"));
    }

    @Test
    void leavesNothingVisibleWhenCancelled() {
        var sets = served.sets(folder);
        var cancelled = new Progress() {
            private boolean begun;

            @Override
            public void report(long done, long total) {
                begun = done > 0;
            }

            @Override
            public boolean cancelled() {
                return begun;
            }
        };

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> sets.fetch(mnist, Trust.NONE, cancelled));

        assertThat(sets.isInstalled(mnist)).isFalse();
        assertThat(visible()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheDiskIsFull() {
        var sets = served.sets(folder, (file, append) -> {
            throw new IOException("No space left on device");
        });

        assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> sets.fetch(mnist, Trust.NONE, Progress.NONE))
                .withMessageContaining("No space left on device");

        assertThat(visible()).isEmpty();
        assertThat(workingFolders()).isEmpty();
    }

    @Test
    void asksBeforeItTrustsWhatNobodyKnows() throws IOException {
        var sets = served.sets(folder);

        var refused = (Unverified) sets.fetch(usps, Trust.NONE, Progress.NONE);

        assertThat(refused.files()).extracting(FoundFile::name).isEqualTo(usps.installedNames());
        assertThat(refused.files()).allSatisfy(file -> assertThat(file.sha256()).matches("[0-9a-f]{64}"));
        assertThat(sets.isInstalled(usps)).isFalse();
        assertThat(visible()).isEmpty();

        served.server().requests().clear();
        assertThat(sets.fetch(usps, Trust.in(refused.files()), Progress.NONE)).isEqualTo(new Installed(usps));
        assertThat(served.server().requests()).isEmpty();
        assertThat(sets.read(usps, Progress.NONE).size()).isEqualTo(IMAGES * 3 / 2);
    }

    @Test
    void trustsOnlyWhatWasShown() throws IOException {
        var sets = served.sets(folder);
        var shown = ((Unverified) sets.fetch(usps, Trust.NONE, Progress.NONE)).files();
        Files.write(folder.resolve(".usps.fetch").resolve(IMAGES_FILE), CatalogServer.images(IMAGES, 28, 27));

        assertThat(sets.fetch(usps, Trust.in(shown), Progress.NONE)).isInstanceOf(Unverified.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist", "usps"})
    void noticesThatAFileHasChanged(String name) throws IOException {
        var sets = served.sets(folder);
        var entry = sets.catalog().find(name).orElseThrow();
        sets.fetch(entry, Trust.ANY, Progress.NONE);
        var file = folder.resolve(name).resolve(IMAGES_FILE);
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> sets.read(entry, Progress.NONE))
                .withMessageStartingWith(file + " has changed since it was installed");
    }

    @Test
    void noticesThatADownloadHasChangedWhileItWaited() throws IOException {
        var sets = served.sets(folder);
        Files.createDirectories(folder.resolve(".mnist.fetch"));
        Files.write(folder.resolve(".mnist.fetch").resolve(IMAGES_FILE), new byte[10]);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> sets.fetch(mnist, Trust.NONE, Progress.NONE))
                .withMessageStartingWith(IMAGES_FILE + " has changed since it was downloaded");

        assertThat(sets.fetch(mnist, Trust.NONE, Progress.NONE)).isInstanceOf(Installed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"version\":1,\"name\":\"other\",\"downloads\":[],\"files\":[]}", "no json"})
    void listsNoFolderWithADamagedRecord(String record) throws IOException {
        var sets = served.sets(folder);
        sets.fetch(mnist, Trust.NONE, Progress.NONE);
        Files.writeString(folder.resolve("mnist").resolve("installed.json"), record);

        assertThat(sets.isInstalled(mnist)).isFalse();
        assertThat(sets.fetch(mnist, Trust.NONE, Progress.NONE)).isInstanceOf(Installed.class);
        assertThat(sets.read(mnist, Progress.NONE).size()).isEqualTo(IMAGES * 3 / 2);
    }

    @Test
    void listsNoFolderWithAMissingFile() throws IOException {
        var sets = served.sets(folder);
        sets.fetch(mnist, Trust.NONE, Progress.NONE);
        Files.delete(folder.resolve("mnist").resolve(IMAGES_FILE));

        assertThat(sets.isInstalled(mnist)).isFalse();
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> sets.read(mnist, Progress.NONE))
                .withMessage(
                        "MNIST is not on this machine yet: fetch it with “inkbench data fetch mnist”, or from the data "
                                + "set menu of the window.");
    }

    @Test
    void deletesWhatWasLeftBehind() throws IOException {
        var sets = served.sets(folder);
        Files.createDirectories(folder.resolve(".mnist.install"));
        Files.write(folder.resolve(".mnist.install").resolve(IMAGES_FILE), new byte[10]);
        var old = Files.createDirectories(folder.resolve(".usps.fetch"));
        Files.write(old.resolve(IMAGES_FILE + ".part"), new byte[10]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(8))));

        sets.tidy();

        assertThat(workingFolders()).isEmpty();
    }

    @Test
    void leavesAloneWhatAnotherProcessWorksOn() throws IOException {
        var sets = served.sets(folder);
        Files.createDirectories(folder.resolve(".mnist.install"));
        try (var channel = FileChannel.open(
                folder.resolve(".mnist.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            sets.tidy();
            assertThat(folder.resolve(".mnist.install")).isDirectory();
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(() -> sets.fetch(mnist, Trust.NONE, Progress.NONE))
                    .withMessageStartingWith("MNIST is being fetched already");
        }
    }

    @Test
    void asksForRoomBeforeAnythingIsFetched() {
        var full = served.sets(folder.resolve("sets"), Disk.REAL, where -> 50);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> full.fetch(mnist, Trust.NONE, Progress.NONE))
                .withMessage(
                        "MNIST needs about 0.0 MB, but 0.0 MB are free in " + folder
                                + ": free some space there, or choose another place.");
        assertThat(served.server().requests()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asksForRoomBeforeAnArchiveIsUnpackedAndKeepsWhatWasFetched() throws IOException {
        var archive = archive("gzip/", "train-");
        var name = "gzip/train-images-idx3-ubyte.gz";
        var emnist = served.entry("emnist", "EMNIST",
                List.of(served.file("emnist", "gzip.zip", archive, true, name)), SetFormat.IDX, false);
        var questions = new AtomicInteger();
        var full = served.sets(folder, Disk.REAL, where -> questions.getAndIncrement() == 0 ? 1 << 20 : 1);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> full.fetch(emnist, Trust.NONE, Progress.NONE))
                .withMessageStartingWith("EMNIST needs about 0.0 MB, but 0.0 MB are free");

        assertThat(folder.resolve("emnist")).doesNotExist();
        assertThat(folder.resolve(".emnist.fetch/gzip.zip")).hasSize(archive.length);
    }

    @Test
    void takesFilesOutOfAnArchiveAndTurnsThem() throws IOException {
        var archive = archive("gzip/emnist-digits-", "train-", "test-");
        var names = List.of(
                "gzip/emnist-digits-train-images-idx3-ubyte.gz",
                "gzip/emnist-digits-train-labels-idx1-ubyte.gz",
                "gzip/emnist-digits-test-images-idx3-ubyte.gz",
                "gzip/emnist-digits-test-labels-idx1-ubyte.gz");
        var emnist = served.entry(
                "emnist-digits",
                "EMNIST digits",
                List.of(served.file("emnist-digits", "gzip.zip", archive, true, names.toArray(String[]::new))),
                SetFormat.IDX,
                true);
        var sets = served.sets(folder);

        sets.fetch(emnist, Trust.NONE, Progress.NONE);

        assertThat(folder.resolve("emnist-digits").toFile().list())
                .containsExactlyInAnyOrder(
                        "installed.json",
                        "emnist-digits-train-images-idx3-ubyte.gz",
                        "emnist-digits-train-labels-idx1-ubyte.gz",
                        "emnist-digits-test-images-idx3-ubyte.gz",
                        "emnist-digits-test-labels-idx1-ubyte.gz");
        var train = sets.read(emnist, Progress.NONE).part(Part.TRAIN).orElseThrow();
        assertThat(train.width()).isEqualTo(3);
        assertThat(train.height()).isEqualTo(4);
        assertThat(train.pixel(0, 2, 1)).as("third row and second column of the file").isEqualTo(2 * 4 + 1);
    }

    @Test
    void saysThatAnArchiveHasNotWhatItShould() throws IOException {
        var archive = archive("gzip/", "train-");
        var emnist = served.entry(
                "emnist",
                "EMNIST",
                List.of(served.file("emnist", "gzip.zip", archive, true, "gzip/other.gz")),
                SetFormat.IDX,
                true);
        var damaged = served.entry(
                "damaged",
                "EMNIST",
                List.of(served.file("damaged", "gzip.zip", new byte[100], true, "gzip/other.gz")),
                SetFormat.IDX,
                true);
        var sets = served.sets(folder);

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> sets.fetch(emnist, Trust.NONE, Progress.NONE))
                .withMessageStartingWith("gzip.zip has no file gzip/other.gz");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> sets.fetch(damaged, Trust.NONE, Progress.NONE))
                .withMessageStartingWith("gzip.zip is a damaged archive");
        assertThat(visible()).isEmpty();
    }

    @Test
    void readsLabelsAndWritersOfQmnist() throws IOException {
        var sets = served.sets(folder);
        var qmnist = qmnist(0x0C02, 3);

        sets.fetch(qmnist, Trust.NONE, Progress.NONE);

        var read = sets.read(qmnist, Progress.NONE);
        assertThat(read.part(Part.TRAIN).orElseThrow().label(5)).isEqualTo(3);
        assertThat(read.part(Part.TRAIN).orElseThrow().writer(5)).contains("2102");
        assertThat(read.part(Part.TEST).orElseThrow().classCounts()[3]).isEqualTo(IMAGES / 2);
    }

    @Test
    void saysWhatIsWrongWithLabelsOfQmnist() throws IOException {
        var sets = served.sets(folder);
        var wrong = qmnist(0x0C02, 300);
        sets.fetch(wrong, Trust.NONE, Progress.NONE);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> sets.read(wrong, Progress.NONE))
                .withMessageContaining("row 1: the first number is no digit from 0 to 9");
    }

    @Test
    void readsGreyValuesOfZipCodes() throws IOException {
        var sets = served.sets(folder);
        var zipcode = zipcode("6.0000" + " -1.000 0.0000 1.000 -0.631".repeat(64) + " \n");
        sets.fetch(zipcode, Trust.NONE, Progress.NONE);

        var train = sets.read(zipcode, Progress.NONE).part(Part.TRAIN).orElseThrow();

        assertThat(train.width()).isEqualTo(16);
        assertThat(train.label(0)).isEqualTo(6);
        assertThat(List.of(train.pixel(0, 0, 0), train.pixel(0, 1, 0), train.pixel(0, 2, 0), train.pixel(0, 3, 0)))
                .containsExactly(0, 128, 255, 47);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "NaN", "x"})
    void refusesZipCodesThatAreNoDigits(String digit) throws IOException {
        var sets = served.sets(folder);
        var zipcode = zipcode(digit + " 0".repeat(256) + "\n");
        sets.fetch(zipcode, Trust.NONE, Progress.NONE);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> sets.read(zipcode, Progress.NONE))
                .withMessageContaining("line 1: “" + digit + "” was found, but a number from 0 to 9 was expected");
    }

    @Test
    void refusesZipCodesWithMissingPixels() throws IOException {
        var sets = served.sets(folder);
        var zipcode = zipcode("1" + " 0".repeat(255) + "\n");
        sets.fetch(zipcode, Trust.NONE, Progress.NONE);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> sets.read(zipcode, Progress.NONE))
                .withMessageContaining("line 1, has 256 values, but 257 were expected");
    }

    @Test
    void reportsBytesOfAllFiles() throws IOException {
        var reports = new ArrayList<Long>();
        long total = mnist.downloadSize().orElseThrow();
        var progress = new Progress() {
            @Override
            public void report(long done, long all) {
                assertThat(all).isEqualTo(total);
                reports.add(done);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        served.sets(folder).fetch(mnist, Trust.NONE, progress);

        assertThat(reports).isSorted().endsWith(total);
    }

    private CatalogEntry qmnist(int magic, int label) {
        var files = new ArrayList<CatalogFile>();
        for (var part : new String[]{"train", "test"}) {
            int count = part.equals("train") ? IMAGES : IMAGES / 2;
            var labels = ByteBuffer.allocate(12 + count * 32).putInt(magic).putInt(count).putInt(8);
            for (int i = 0; i < count; i++) {
                labels.putInt(label).putInt(4).putInt(2_100 + i / 2).position(labels.position() + 20);
            }
            files.add(
                    served.file(
                            "qmnist",
                            "qmnist-" + part + "-images-idx3-ubyte.gz",
                            CatalogServer.images(count, 28, 28),
                            true));
            files.add(
                    served.file(
                            "qmnist",
                            "qmnist-" + part + "-labels-idx2-int.gz",
                            CatalogServer.gzip(labels.array()),
                            true));
        }
        return served.entry("qmnist", "QMNIST", files, SetFormat.QMNIST, false);
    }

    private CatalogEntry zipcode(String line) {
        var train = CatalogServer.gzip(line.repeat(IMAGES).getBytes(StandardCharsets.US_ASCII));
        var test = CatalogServer.gzip(line.repeat(IMAGES / 2).getBytes(StandardCharsets.US_ASCII));
        return served.entry(
                "zipcode",
                "USPS",
                List.of(
                        served.file("zipcode", "zip.train.gz", train, true),
                        served.file("zipcode", "zip.test.gz", test, true)),
                SetFormat.ZIPCODE,
                false);
    }

    private static byte[] archive(String prefix, String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                int count = part.startsWith("train") ? IMAGES : IMAGES / 2;
                zip.putNextEntry(new ZipEntry(prefix + part + "images-idx3-ubyte.gz"));
                zip.write(CatalogServer.images(count, 3, 4));
                zip.putNextEntry(new ZipEntry(prefix + part + "labels-idx1-ubyte.gz"));
                zip.write(CatalogServer.labels(count));
            }
        }
        return bytes.toByteArray();
    }

    private List<String> visible() {
        return names().stream().filter(name -> !name.startsWith(".")).toList();
    }

    private List<String> workingFolders() {
        return names().stream().filter(name -> name.startsWith(".") && !name.endsWith(".lock")).toList();
    }

    private List<String> names() {
        var names = folder.toFile().list();
        return names == null ? List.of() : List.of(names);
    }
}
