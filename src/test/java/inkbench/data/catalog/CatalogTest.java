package inkbench.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import inkbench.data.DataException;
import inkbench.data.Part;

class CatalogTest {
    private static final String SOUND = """
            {"version": 1, "sets": [{"name": "tiny-set", "title": "Tiny", "images": {"train": 2},
            "classes": ["a", "b"], "mirrors": ["https://example.org/tiny/"],
            "files": [{"name": "a.gz", "size": 12, "sha256": "SHA", "members": ["in/b.gz"]}],
            "licence": "MIT", "citation": "me", "notes": "none"}]}
            """.replace("SHA", "0".repeat(64));

    @Test
    void shipsTheSetsThatArePromised() {
        assertThat(Catalog.shipped().entries()).extracting(CatalogEntry::name)
                .containsExactly(
                        "mnist",
                        "fashion-mnist",
                        "kmnist",
                        "emnist-digits",
                        "emnist-balanced",
                        "qmnist",
                        "usps");
    }

    @Test
    void knowsHashesOfAllShippedSetsButOne() {
        var unverifiable = Catalog.shipped().entries().stream().filter(entry -> !entry.verifiable());

        assertThat(unverifiable).extracting(CatalogEntry::name).containsExactly("usps");
    }

    @Test
    void asksOnlySecureMirrors() {
        assertThat(Catalog.shipped().entries()).flatExtracting(CatalogEntry::mirrors)
                .allSatisfy(mirror -> assertThat(mirror.toString()).startsWith("https://"));
    }

    @Test
    void describesMnist() {
        var mnist = Catalog.shipped().find("mnist").orElseThrow();

        assertThat(mnist.title()).isEqualTo("MNIST");
        assertThat(mnist.images()).isEqualTo(Map.of(Part.TRAIN, 60_000, Part.TEST, 10_000));
        assertThat(mnist.downloadSize()).isEqualTo(OptionalLong.of(11_594_722));
        assertThat(mnist.wanted(mnist.files().getFirst()).sources().getFirst())
                .hasToString("https://storage.googleapis.com/cvdf-datasets/mnist/train-images-idx3-ubyte.gz");
    }

    @Test
    void namesTheClassesOfEmnistBalanced() {
        var balanced = Catalog.shipped().find("emnist-balanced").orElseThrow();

        assertThat(balanced.classNames()).hasSize(47).endsWith("b", "d", "e", "f", "g", "h", "n", "q", "r", "t");
        assertThat(balanced.transposed()).isTrue();
    }

    @Test
    void findsExactNamesOnly() {
        assertThat(Catalog.shipped().find("MNIST")).isEmpty();
        assertThat(Catalog.shipped().find("mnist ")).isEmpty();
    }

    @Test
    void readsWhatIsSound() throws IOException {
        var entry = read(SOUND).find("tiny-set").orElseThrow();

        assertThat(entry.installedNames()).containsExactly("b.gz");
        assertThat(entry.format()).isEqualTo(SetFormat.IDX);
        assertThat(entry.transposed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "version": 1 | "version": 2 | “version”
            "version": 1 | "version": 1, "more": 1 | a field “more”
            "version": 1 | "version": 1, "version": 1 | damaged in line 1
            "tiny-set" | "../tiny" | “sets[0].name”
            "tiny-set" | "Tiny" | “sets[0].name”
            "tiny-set" | "" | “sets[0].name”
            "title": "Tiny", | `` | “sets[0].title”
            {"train": 2} | {"train": 0} | “sets[0].images.train”
            {"train": 2} | {"validation": 2} | a field “sets[0].images.validation”
            {"train": 2} | 2 | “sets[0].images”
            ["a", "b"] | ["a"] | “sets[0].classes”
            ["a", "b"] | ["a", 2] | “sets[0].classes[1]”
            https://example.org/tiny/ | http://example.org/tiny/ | “sets[0].mirrors[0]”
            https://example.org/tiny/ | https://example.org/tiny | “sets[0].mirrors[0]”
            https://example.org/tiny/ | file:///tiny/ | “sets[0].mirrors[0]”
            https://example.org/tiny/ | https://user@example.org/ | “sets[0].mirrors[0]”
            "a.gz" | "../a.gz" | “sets[0].files[0].name”
            "a.gz" | "a/b.gz" | “sets[0].files[0].name”
            "a.gz" | "a\\\\b.gz" | “sets[0].files[0].name”
            "a.gz" | ".a.gz" | “sets[0].files[0].name”
            "a.gz" | "nul.gz" | “sets[0].files[0].name”
            "in/b.gz" | "../b.gz" | “sets[0].files[0].members[0]”
            "in/b.gz" | "/b.gz" | “sets[0].files[0].members[0]”
            "in/b.gz" | "installed.json" | “sets[0].files”
            "in/b.gz" | "in/b.gz", "out/b.gz" | “sets[0].files”
            "size": 12 | "size": -1 | “sets[0].files[0].size”
            "size": 12 | "size": 1e99 | “sets[0].files[0].size”
            "size": 12 | "size": "12" | “sets[0].files[0].size”
            "0000 | "G000 | “sets[0].files[0].sha256”
            "notes": "none" | "notes": "none", "format": "pickle" | “sets[0].format”
            "notes": "none" | "notes": "none", "transposed": "yes" | “sets[0].transposed”
            "none"}]} | "none"}]} {} | damaged in line
            "none"}]} | "none"}] | damaged in line
            """)
    void saysWhatIsWrongAndWhere(String found, String instead, String expected) {
        assertThat(SOUND).contains(found);
        var broken = SOUND.replace(found, instead == null ? "" : instead);

        assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(broken))
                .withMessageStartingWith("catalog.json ")
                .withMessageContaining(expected)
                .satisfies(failure -> assertThat(failure.getMessage()).hasLineCount(1).endsWith("."));
    }

    @Test
    void refusesSetsOfTheSameName() {
        int begin = SOUND.indexOf("{\"name\"");
        var entry = SOUND.substring(begin, SOUND.lastIndexOf("]}"));

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(SOUND.replace(entry, entry + "," + entry)))
                .withMessageContaining("“sets[1].name”");
    }

    @Test
    void refusesHugeFilesAndDeepNesting() {
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(" ".repeat(1 << 20) + SOUND))
                .withMessageContaining("1,048,576 bytes");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> read("[".repeat(100_000)));
    }

    private static Catalog read(String json) throws IOException {
        return CatalogReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "catalog.json");
    }
}
