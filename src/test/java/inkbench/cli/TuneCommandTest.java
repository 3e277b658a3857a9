package inkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import inkbench.testing.TestData;

class TuneCommandTest {
    private static final int LEARNED = 30;

    @TempDir
    private Path folder;

    @Test
    void teachesTheDigitsOfOneWriterWithoutForgettingMnist() throws Exception {
        var mnist = TestData.folder().resolve("mnist").toString();
        for (var digits : writers(3).entrySet()) {
            var learned = write("learned.jsonl", digits.getValue().subList(0, LEARNED));
            var others = write("others.jsonl", digits.getValue().subList(LEARNED, digits.getValue().size()));
            var out = folder.resolve("tuned.ink");

            var tuned = Cli.run(
                    "tune", "--strokes", learned.toString(), "--rehearse", mnist, "--out", out.toString(), "--json")
                    .json();

            assertThat(tuned.at("/test/images").asInt()).isEqualTo(10_000);
            assertThat(tuned.at("/test/after").asDouble()).isGreaterThan(tuned.at("/test/before").asDouble() - 0.002);
            assertThat(tuned.at("/own/after").asDouble()).isBetween(0.8, 1.0);
            double before = accuracy(others);
            double after = accuracy(others, "--model", out.toString());
            assertThat(after).as(digits.getKey()).isGreaterThanOrEqualTo(before);
            Files.delete(out);
        }
    }

    @Test
    void saysWhatCannotBeLearned() throws Exception {
        var unlabelled = Files.writeString(folder.resolve("u.jsonl"), """
                {"strokes": [[[0, 0, 0], [0, 1, 10]]]}
                """);
        var out = folder.resolve("m.ink");

        var refused = Cli.run("tune", "--strokes", unlabelled.toString(), "--out", out.toString());
        var nowhere = Cli.run("tune", "--strokes", unlabelled.toString(), "--out",
                folder.resolve("no/m.ink").toString());

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err().strip()).contains("u.jsonl").contains("has no label").hasLineCount(1);
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("because there is no folder");
        assertThat(out).doesNotExist();
    }

    /** Of some writers, all lines in an order that mixes the digits. */
    private static Map<String, List<String>> writers(int count) throws Exception {
        var file = TestData.folder().resolve("strokes/pendigits_strokes.jsonl");
        var mapper = new ObjectMapper();
        var byWriter = new HashMap<String, List<String>>();
        for (var line : Files.readAllLines(file)) {
            byWriter.computeIfAbsent(mapper.readTree(line).at("/writer").asText(), writer -> new ArrayList<>())
                    .add(line);
        }
        var chosen = new HashMap<String, List<String>>();
        byWriter.keySet().stream().sorted().limit(count).forEach(writer -> {
            var lines = byWriter.get(writer);
            Collections.shuffle(lines, new Random(1));
            chosen.put(writer, lines);
        });
        return chosen;
    }

    private Path write(String name, List<String> lines) throws Exception {
        return Files.write(folder.resolve(name), lines);
    }

    /** As {@code classify} says it on standard error. */
    private static double accuracy(Path strokes, String... model) throws Exception {
        var arguments = new ArrayList<>(List.of("classify", "--strokes", strokes.toString()));
        arguments.addAll(List.of(model));
        var words = Cli.run(arguments.toArray(String[]::new)).err().strip().split(" ");
        return Double.parseDouble(words[words.length - 1]);
    }
}
