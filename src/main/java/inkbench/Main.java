package inkbench;

import inkbench.cli.CommandLineInterface;
import inkbench.desktop.shell.InkbenchApp;

/** Starts Inkbench: the window without arguments, a command with them. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            InkbenchApp.open();
        } else {
            System.exit(CommandLineInterface.run(arguments));
        }
    }
}
