package inkbench.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;

import inkbench.app.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** {@code inkbench COMMAND …}: puts the commands together, runs one and turns what happens into an exit code. */
public final class CommandLineInterface {
    private CommandLineInterface() {}

    /**
     * Runs one command with the streams of the process.
     *
     * @return 0 for success, 2 for bad usage, 1 for a failure, which standard error then has in one sentence
     */
    public static int run(String... arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return run(out, err, arguments);
    }

    /** Runs one command with the given streams. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(new Workbench(), out, err, arguments);
    }

    /** Runs one command with a workbench, which is closed after it. */
    static int run(Workbench given, PrintWriter out, PrintWriter err, String... arguments) {
        try (var workbench = given) {
            var commands = new CommandLine(InkbenchCommand.class, factory(workbench));
            commands.setOut(out);
            commands.setErr(err);
            CommandWords.giveTo(commands);
            commands.setExecutionExceptionHandler((failure, command, parsed) -> {
                err.println(CliFailures.describe(failure));
                return command.getCommandSpec().exitCodeOnExecutionException();
            });
            commands.setUsageHelpAutoWidth(true);
            int code = commands.execute(arguments);
            out.flush();
            err.flush();
            return code;
        } catch (CancellationException e) {
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    /** Hands the workbench to the commands that ask for one in their constructor. */
    private static IFactory factory(Workbench workbench) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                for (var constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Workbench.class) {
                        // As picocli does with those that it calls itself: most commands are nobody else's business.
                        constructor.setAccessible(true);
                        return type.cast(constructor.newInstance(workbench));
                    }
                }
                return CommandLine.defaultFactory().create(type);
            }
        };
    }
}
