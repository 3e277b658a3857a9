package inkbench.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.LayerSpec.Dense;
import inkbench.model.LayerSpec.Flatten;
import inkbench.model.Shape;

class ArchitectureFileTest {
    static final List<Architecture> NETWORKS = List.of(Architectures.mlp(), Architectures.cnn(), Architectures.best());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("NETWORKS")
    void readsWhatItWrote(Architecture network) throws IOException {
        var file = folder.resolve("network.json");

        ArchitectureFile.write(network, file);

        assertThat(ArchitectureFile.read(file)).isEqualTo(network);
        assertThat(Files.readString(file)).startsWith("{").endsWith("}\n").contains("\n  \"layers\" :");
    }

    @Test
    void readsWhatSomebodyTyped() throws IOException {
        assertThat(ArchitectureFile.read(file("""
                {"name": "narrow", "input": [28, 28, 1], "layers": [
                  {"kind": "flatten"},
                  {"kind": "dense", "units": 10, "activation": "identity"}]}
                """))).isEqualTo(
                new Architecture(
                        "narrow", new Shape(28, 28, 1), List.of(new Flatten(), new Dense(10, Activation.IDENTITY))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            nonsense                                          | is not an architecture: expected a JSON object with "name", "input" and "layers", found text that is not valid JSON (line 1, column 1).
            []                                                | is not an architecture: "architecture" should be an object but is [].
            {}                                                | is not an architecture: "input" is missing.
            {"name":"a","input":[28,28,1],"layers":7}         | is not an architecture: "layers" should be a list but is 7.
            {"name":"a","input":[28,28],"layers":[]}          | is not an architecture: "input" should be
            {"name":"a","input":[0,28,1],"layers":[]}         | is not an architecture: "input" should be a whole number from 1 to
            {"name":"a","input":[28,28,1],"layers":[],"x":1}  | says something that this Inkbench does not know: "x".
            {"name":"a","input":[28,28,1],"layers":[{"kind":"lstm"}]} | has a layer of kind "lstm", and this Inkbench knows only dense,
            {"name":"a","input":[28,28,1],"layers":[{"kind":"flatten"},{"kind":"max-pooling","size":2}]} | describes a network whose layers do not fit together: layer 2 (max-pooling) looks at 2×2 pixels at once and gets only 1×1. Make this layer smaller
            {"name":"a","input":[28,20,1],"layers":[{"kind":"average-pooling","size":24}]} | describes a network whose layers do not fit together: layer 1 (average-pooling) looks at 24×24 pixels at once and gets only 28×20.
            {"name":"a","input":[28,28,1],"layers":[{"kind":"max-pooling","size":4},{"kind":"dropout","rate":0.5},{"kind":"convolution","filters":2,"kernel":1001,"activation":"relu"}]} | describes a network whose layers do not fit together: layer 3 (convolution) looks at 1001×1001 pixels at once and gets only 7×7.
            {"name":"a","input":[28,28,1],"layers":[{"kind":"flatten"}]} | describes a network that cannot be trained
            {"name":"a","input":[28,28,1],"layers":[{"kind":"convolution","filters":2,"kernel":3,"activation":"relu"}]} | describes a network that cannot be trained
            {"name":"a","input":[28,28,1],"layers":[{"kind":"dense","units":16777216,"activation":"relu"}]} | describes a network that cannot be trained
            """)
    void saysWhyAFileIsNoArchitecture(String text, String reason) throws IOException {
        var file = file(text);

        assertThatThrownBy(() -> ArchitectureFile.read(file)).isInstanceOf(ModelException.class)
                .hasMessageStartingWith(file + " " + reason)
                .message()
                .endsWith(".");
    }

    @Test
    void refusesAFolderAndAFileThatIsFarTooLarge() throws IOException {
        assertThatThrownBy(() -> ArchitectureFile.read(folder)).isInstanceOf(ModelException.class)
                .hasMessageContaining("is a folder");
        var large = file(" ".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> ArchitectureFile.read(large)).isInstanceOf(ModelException.class)
                .hasMessageContaining("1,048,577 bytes");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("typed.json"), text);
    }
}
