package inkbench.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line in a process of its own. */
final class CommandProcess {
    private CommandProcess() {}

    /** Does what {@code inkbench.Main} does with arguments, without the window, which is not on the class path of tests. */
    public static void main(String[] arguments) {
        System.exit(CommandLineInterface.run(arguments));
    }

    /**
     * Starts a command.
     *
     * @param home
     *            stands for the user's data folder
     * @param err
     *            takes standard error; null to read it from the process
     */
    static Process start(Path home, Path err, List<String> arguments) throws IOException {
        var line = new ArrayList<String>();
        if (System.getProperty("os.name").equals("Linux")) {
            // Whoever runs the tests in the background has them ignore Ctrl-C, and their children too.
            line.addAll(List.of("env", "--default-signal=INT"));
        }
        line.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-Dinkbench.home=" + home,
                        // SQLite's native library: a killed process leaves it behind.
                        "-Dorg.sqlite.tmpdir=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandProcess.class.getName()));
        line.addAll(arguments);
        var builder = new ProcessBuilder(line);
        if (err != null) {
            builder.redirectError(err.toFile());
        }
        return builder.start();
    }
}
