package inkbench.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where Inkbench keeps what belongs to the user. */
public final class DataFolder {
    /** The system property that names another folder, for tests. */
    public static final String PROPERTY = "inkbench.home";

    /** The folder in it with the data sets that were fetched. */
    static final String DATASETS = "datasets";

    /** The folder in it with corrections of sets beside which there can't be any. */
    static final String CORRECTIONS = "corrections";

    /** The folder in it with models that are tuned to the user's digits. */
    static final String PERSONAL_MODELS = "personal-models";

    private DataFolder() {}

    /** The folder on this machine; it need not be there yet. */
    public static Path here() {
        String named = System.getProperty(PROPERTY);
        return named != null
                ? Path.of(named)
                : of(System.getProperty("os.name"), System::getenv, Path.of(System.getProperty("user.home")));
    }

    /** The folder that the platform's conventions give. */
    static Path of(String system, UnaryOperator<String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment.apply("APPDATA"), home.resolve("AppData/Roaming")).resolve("Inkbench");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/Inkbench");
        }
        return folder(environment.apply("XDG_DATA_HOME"), home.resolve(".local/share")).resolve("inkbench");
    }

    /** The XDG specification has relative paths ignored. */
    private static Path folder(String named, Path otherwise) {
        boolean usable = named != null && !named.isBlank() && Path.of(named).isAbsolute();
        return usable ? Path.of(named) : otherwise;
    }
}
