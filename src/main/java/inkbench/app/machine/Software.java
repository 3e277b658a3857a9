package inkbench.app.machine;

import java.util.Optional;

/** What ran, and on what: figures depend on it. */
public final class Software {
    private Software() {}

    /** Versions, system and processors in one line. */
    public static String description() {
        return String.format(
                "Inkbench %s, Java %s, %s %s, %d processors",
                version(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    /** The version in the jar, or {@code development} where the classes lie in a folder. */
    public static String version() {
        return Optional.ofNullable(Software.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
