package inkbench.cli;

import inkbench.app.machine.Software;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[]{Software.description()};
    }
}
