package inkbench.app.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The processor's name, as its maker or the system gives it. */
public final class Processor {
    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final String WINDOWS = "PROCESSOR_IDENTIFIER";

    private Processor() {}

    /** The name, or what Java calls the instruction set where the system tells no more. */
    public static String name() {
        return fromLinux(LINUX).or(() -> Optional.ofNullable(System.getenv(WINDOWS)))
                .orElseGet(() -> System.getProperty("os.arch"));
    }

    /** From a file of lines such as {@code model name : AMD EPYC}; nothing where it has no such line. */
    static Optional<String> fromLinux(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .filter(name -> !name.isEmpty())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
