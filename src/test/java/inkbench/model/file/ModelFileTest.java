package inkbench.model.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import inkbench.model.Activation;
import inkbench.model.Architecture;
import inkbench.model.Architectures;
import inkbench.model.InitialWeights;
import inkbench.model.LayerSpec;
import inkbench.model.Model;
import inkbench.model.ModelOrigin;
import inkbench.model.Padding;
import inkbench.model.Reproducibility;
import inkbench.model.Shape;
import inkbench.model.Weights;

class ModelFileTest {
    private static final int HEADER_LENGTH_AT = 12;
    private static final int HEADER_AT = 16;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "cnn", "best"})
    void bringsBackEveryBit(String name) throws IOException {
        var architecture = switch (name) {
            case "mlp" -> Architectures.mlp();
            case "cnn" -> Architectures.cnn();
            default -> Architectures.best();
        };
        var initial = InitialWeights.glorotUniform(architecture, 3);
        var model = new Model("Größe 7", architecture, new Weights(1234, initial.values()), origin(0.9876));
        var file = folder.resolve("m.ink");

        ModelFile.write(model, file);
        var read = ModelFile.read(file);

        assertThat(read.weights().values()).isEqualTo(model.weights().values());
        assertThat(read.weights().iteration()).isEqualTo(1234);
        assertThat(read.architecture()).isEqualTo(architecture);
        assertThat(read.name()).isEqualTo("Größe 7");
        assertThat(read.origin()).isEqualTo(model.origin());
    }

    @Test
    void bringsBackLayersOfEveryKind() throws IOException {
        var architecture = new Architecture(
                "all",
                new Shape(24, 20, 1),
                List.of(
                        new LayerSpec.Convolution(4, 5, 2, Padding.SAME, Activation.LEAKY_RELU),
                        new LayerSpec.AveragePooling(2),
                        new LayerSpec.Convolution(3, 1, 1, Padding.SAME, Activation.IDENTITY),
                        new LayerSpec.BatchNormalization(),
                        new LayerSpec.Activate(Activation.ELU),
                        new LayerSpec.MaxPooling(2),
                        new LayerSpec.Dropout(0.125),
                        new LayerSpec.GlobalAveragePooling(),
                        new LayerSpec.Dense(4, Activation.TANH),
                        new LayerSpec.Flatten(),
                        new LayerSpec.Dense(10, Activation.IDENTITY)));
        var weights = InitialWeights.glorotUniform(architecture, 3);
        var file = folder.resolve("m.ink");

        ModelFile.write(new Model("all", architecture, weights, origin(0.5)), file);
        var read = ModelFile.read(file);

        assertThat(read.architecture()).isEqualTo(architecture);
        assertThat(read.weights().values()).isEqualTo(weights.values());
    }

    @Test
    void writesPaddingAndStrideOnlyWhereOlderProgramsCouldNotDoWithout() throws IOException {
        assertThat(header(bytes())).doesNotContain("stride").doesNotContain("padding");
    }

    @Test
    void keepsThatTheTestWasNotMeasured() throws IOException {
        var file = folder.resolve("m.ink");
        ModelFile.write(small(origin(Double.NaN)), file);

        assertThat(ModelFile.read(file).origin().testAccuracy()).isNaN();
    }

    @Test
    void readsFromAStreamAsFromAFile() throws IOException {
        var read = ModelFile.read(new ByteArrayInputStream(bytes()), "inside");

        assertThat(read.weights().values()).isEqualTo(small(origin(0.5)).weights().values());
    }

    @Test
    void replacesAnOlderFileAndLeavesNothingElse() throws IOException {
        var file = folder.resolve("m.ink");
        Files.writeString(file, "old");
        ModelFile.write(small(origin(0.5)), file);

        assertThat(ModelFile.read(file).name()).isEqualTo("small");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void noticesTheLossOfAnyByte() throws IOException {
        var bytes = bytes();
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> readStream(cut)).as("cut at %d", length).isInstanceOf(ModelException.class);
            assertThatThrownBy(() -> readFile(cut)).as("cut at %d", length).isInstanceOf(ModelException.class);
        }
    }

    @Test
    void noticesTheChangeOfAnyByte() throws IOException {
        var bytes = bytes();
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 0x10;
            assertThatThrownBy(() -> readStream(changed)).as("changed at %d", i).isInstanceOf(ModelException.class);
        }
    }

    @Test
    void noticesWhatFollowsTheEnd() throws IOException {
        var bytes = bytes();
        var longer = Arrays.copyOf(bytes, bytes.length + 1);

        assertThatThrownBy(() -> readStream(longer)).hasMessageStartingWith("x.ink is damaged: something follows");
        assertThatThrownBy(() -> readFile(longer)).hasMessageContaining("parameters has");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                   | its first 16 bytes
            PK and what else a zip file has      | is not an Inkbench model
            """)
    void refusesOtherFiles(String content, String expected) {
        assertThatThrownBy(() -> readFile(content.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void saysThatAFileIsNewerThanTheProgram() throws IOException {
        var bytes = bytes();
        bytes[8] = 2;

        assertThatThrownBy(() -> readStream(bytes)).hasMessage(
                "x.ink has file version 2, and this Inkbench reads versions up to 1; update Inkbench to open it.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 65_537, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void refusesHeadersOfImpossibleLengthBeforeTakingMemory(int length) throws IOException {
        var bytes = bytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADER_LENGTH_AT, length);

        assertThatThrownBy(() -> readStream(bytes)).isInstanceOf(ModelException.class)
                .hasMessageContaining("its header claims to have");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what stands there              | what stands there instead             | the message
            "kind":"flatten"                 | "kind":"attention"                    | has a layer of kind "attention"
            "kind":"flatten"                 | "kind":"flatten","order":"columns"    | does not know: "order"
            "kind":"flatten"                 | "kind":["java.lang.Runtime"]          | "kind" should be a text but is ["java.lang.Runtime"]
            "units":3                        | "units":4                             | a model with
            "units":3                        | "units":16777217                      | "units" should be a whole number from 1 to 16,777,216
            "units":3                        | "units":16777216                      | damaged
            "units":3                        | "units":0                             | "units" should be
            "units":3                        | "units":3.5                           | "units" should be
            "units":3                        | "units":"3"                           | "units" should be
            "units":3                        | "units":3,"units":3                   | not valid JSON (line 1, column
            "units":3,                       | ``                                    | "units" is missing
            "activation":"relu"              | "activation":"gelu"                   | "activation" should be one of "identity", "relu", "leaky-relu", "elu", "tanh" but is "gelu"
            "kernel":2                       | "kernel":2,"stride":0                 | "stride" should be a whole number from 1
            "kernel":2                       | "kernel":2,"stride":[1,1]             | "stride" should be a whole number from 1
            "kernel":2                       | "kernel":2,"stride":3                 | "stride" should be a whole number from 1 to 2 but is 3
            "kernel":2                       | "kernel":2,"padding":"same","stride":2 | a model with
            "kernel":2                       | "kernel":2,"padding":"full"           | "padding" should be one of "valid", "same" but is "full"
            "kernel":2                       | "kernel":2,"padding":null             | "padding" should be a text but is null
            "kind":"flatten"                 | "kind":"batch-normalization"          | a model with
            "kind":"flatten"                 | "kind":"batch-normalization","axis":1 | does not know: "axis"
            "kind":"flatten"                 | "kind":"global-average-pooling"       | a model with
            "kind":"flatten"                 | "kind":"average-pooling","size":3     | do not fit together; layer 4 (average-pooling) looks at 3×3 pixels at once and gets only 2×2
            "kind":"flatten"                 | "kind":"average-pooling"              | "size" is missing
            "kind":"flatten"                 | "kind":"activation"                   | "activation" is missing
            "kernel":2                       | "kernel":9                            | do not fit together
            "kernel":2                       | "kernel":16777216                     | do not fit together
            "rate":0.5                       | "rate":1                              | "rate" should be a number from 0 to 1
            "input":[5,5,1]                  | "input":[5,5]                         | "input" should be a list
            "input":[5,5,1]                  | "input":[16777216,16777216,1]         | do not fit together
            "input":[5,5,1]                  | "input":{}                            | "input" should be a list but is {}
            "preprocessing":"pixel/255"      | "preprocessing":"standardised"        | "preprocessing" should be one of "pixel/255"
            "origin":{                       | "origin":[],"x":{                     | "origin" should be an object
            "iteration":7                    | "iteration":-7                        | "iteration" should be
            {"name"                          | [{"name"                              | not valid JSON
            "testAccuracy":0.5               | "testAccuracy":5                      | "testAccuracy" should be a number from 0 to 1
            """)
    void saysWhatIsWrongInTheHeader(String found, String replacement, String message) throws IOException {
        var header = header(bytes());
        assertThat(header).contains(found);

        assertThatThrownBy(() -> readFile(withHeader(bytes(), header.replace(found, replacement))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesDeeplyNestedHeaders() throws IOException {
        var deep = "[".repeat(30_000) + "]".repeat(30_000);

        assertThatThrownBy(() -> readFile(withHeader(bytes(), deep))).isInstanceOf(ModelException.class);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesWeightsThatAreNoNumbers(float value) throws IOException {
        var model = small(origin(0.5));
        model.weights().values()[4] = value;
        var file = folder.resolve("m.ink");
        ModelFile.write(model, file);

        assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ModelException.class)
                .hasMessageContaining("its parameter 4 is not a finite number");
    }

    @Test
    void refusesVariancesBelowZero() throws IOException {
        var architecture = new Architecture(
                "x",
                new Shape(1, 1, 2),
                List.of(new LayerSpec.BatchNormalization(), new LayerSpec.Dense(2, Activation.IDENTITY)));
        var weights = InitialWeights.glorotUniform(architecture, 1);
        var file = folder.resolve("m.ink");
        weights.values()[7] = -0.0f;
        ModelFile.write(new Model("x", architecture, weights, origin(0.5)), file);
        assertThat(ModelFile.read(file).weights().values()).isEqualTo(weights.values());

        weights.values()[7] = -1e-6f;
        ModelFile.write(new Model("x", architecture, weights, origin(0.5)), file);
        assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(ModelException.class)
                .hasMessageContaining("its parameter 7 is a variance and below 0");
    }

    private static Model small(ModelOrigin origin) {
        var architecture = new Architecture(
                "small",
                new Shape(5, 5, 1),
                List.of(
                        new LayerSpec.Convolution(2, 2, Activation.RELU),
                        new LayerSpec.MaxPooling(2),
                        new LayerSpec.Dropout(0.5),
                        new LayerSpec.Flatten(),
                        new LayerSpec.Dense(3, Activation.IDENTITY)));
        var values = InitialWeights.glorotUniform(architecture, 1).values();
        return new Model("small", architecture, new Weights(7, values), origin);
    }

    private static ModelOrigin origin(double testAccuracy) {
        return new ModelOrigin("MNIST", "ab12", "RMSProp 0.001", 30, 128, -5, 0.2, testAccuracy, 61.25, "here",
                new Reproducibility(8, "linux", "AVX2"));
    }

    private byte[] bytes() throws IOException {
        var file = folder.resolve("small.ink");
        ModelFile.write(small(origin(0.5)), file);
        return Files.readAllBytes(file);
    }

    private Model readFile(byte[] bytes) throws IOException {
        var file = folder.resolve("x.ink");
        Files.write(file, bytes);
        return ModelFile.read(file);
    }

    private static Model readStream(byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes), "x.ink");
    }

    private static int headerLength(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(HEADER_LENGTH_AT);
    }

    private static String header(byte[] bytes) {
        return new String(bytes, HEADER_AT, headerLength(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] withHeader(byte[] bytes, String header) {
        var encoded = header.getBytes(StandardCharsets.UTF_8);
        int rest = HEADER_AT + headerLength(bytes);
        return ByteBuffer.allocate(HEADER_AT + encoded.length + bytes.length - rest)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes, 0, HEADER_LENGTH_AT)
                .putInt(encoded.length)
                .put(encoded)
                .put(bytes, rest, bytes.length - rest)
                .array();
    }
}
