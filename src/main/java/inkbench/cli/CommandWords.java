package inkbench.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import inkbench.cli.common.Options;
import picocli.CommandLine;

/** What picocli prints of a command: the words of the command's own package, and below them those that commands share. */
final class CommandWords extends ResourceBundle {
    private final ResourceBundle own;

    private CommandWords(ResourceBundle own, ResourceBundle shared) {
        this.own = own;
        setParent(shared);
    }

    /** Gives words to a command and all that are below it. */
    static void giveTo(CommandLine command) {
        var own = bundleBeside(command.getCommandSpec().userObject().getClass());
        command.getCommandSpec().resourceBundle(new CommandWords(own, bundleBeside(Options.class)));
        command.getSubcommands().values().forEach(CommandWords::giveTo);
    }

    private static ResourceBundle bundleBeside(Class<?> type) {
        return getBundle(type.getPackageName() + ".messages");
    }

    @Override
    protected Object handleGetObject(String key) {
        return own.containsKey(key) ? own.getObject(key) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        var keys = Stream.concat(own.keySet().stream(), parent.keySet().stream()).distinct().toList();
        return Collections.enumeration(keys);
    }
}
