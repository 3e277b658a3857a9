import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the app image and this system's installer of what {@code mvn package} has put into {@code target/app}. A program
 * of one file, run by the JDK that also gives jlink and jpackage:
 *
 * <pre>
 * java jpackage/Package.java 1.0.0-SNAPSHOT
 * </pre>
 *
 * The options are in the files beside it: {@code image.options} and {@code installer.options} for every system, and those
 * of each in its folder. The JVM's options are the launchers'.
 */
final class Package {
    private static final Path HOME = Path.of("jpackage");
    private static final Path APP = Path.of("target", "app");
    private static final Path OUTPUT = Path.of("target", "package");
    private static final Path NOTICES = Path.of("target", "licences", "THIRD-PARTY.txt");

    private Package() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("One argument expected: the version");
        }
        var version = versionForInstallers(arguments[0]);
        var platform = Platform.current();
        requireEveryModule();
        deleteAll(OUTPUT);
        var image = makeImage(platform, version);
        System.out.println("App image: " + image);
        if (platform.canMakeInstaller()) {
            makeInstaller(platform, version, image);
            System.out.println("Installer: " + installer(platform));
        } else {
            System.out.println("No installer: " + platform.installerNeeds);
        }
    }

    /** Three numbers at most, as Windows wants them, and no zero in front, as macOS does. */
    private static String versionForInstallers(String version) {
        var numbers = version.replace("-SNAPSHOT", "");
        if (!numbers.matches("[1-9]\\d*(\\.\\d+){0,2}")) {
            throw new IllegalArgumentException("No installer can have the version " + version);
        }
        return numbers;
    }

    /** Fails when our own classes use a module that the runtime would lack. */
    private static void requireEveryModule() throws IOException {
        var wanted = run("jdeps", List.of(
                "--print-module-deps", "--ignore-missing-deps", "--multi-release", "base",
                "--module-path", APP.resolve("javafx").toString(),
                "--class-path", APP.resolve("lib") + "/*",
                APP.resolve("lib/inkbench.jar").toString()));
        var missing = new TreeSet<>(List.of(wanted.strip().split(",")));
        missing.removeAll(linkedModules());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("jpackage/image.options lacks the modules " + missing);
        }
    }

    private static Set<String> linkedModules() throws IOException {
        var modules = new TreeSet<String>();
        for (var line : Files.readAllLines(HOME.resolve("image.options"))) {
            if (line.startsWith("--add-modules ")) {
                modules.addAll(List.of(line.substring("--add-modules ".length()).split(",")));
            }
        }
        return modules;
    }

    private static Path makeImage(Platform platform, String version) throws IOException {
        var options = new ArrayList<>(List.of(
                "--type", "app-image",
                "--app-version", version,
                "--input", APP.resolve("lib").toString(),
                "--module-path", APP.resolve("javafx").toString(),
                "--dest", OUTPUT.toString(),
                "--app-content", "LICENSE",
                "@" + HOME.resolve("image.options"),
                "@" + platform.folder().resolve("image.options")));
        if (Files.exists(NOTICES)) {
            options.addAll(List.of("--app-content", NOTICES.toString()));
        }
        for (var line : Files.readAllLines(HOME.resolve("jvm.options"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                options.addAll(List.of("--java-options", line));
            }
        }
        run("jpackage", options);
        return only(Files::isDirectory);
    }

    private static void makeInstaller(Platform platform, String version, Path image) throws IOException {
        run("jpackage", List.of(
                "--type", platform.installer,
                "--app-version", version,
                "--app-image", image.toString(),
                "--dest", OUTPUT.toString(),
                "@" + HOME.resolve("installer.options"),
                "@" + platform.folder().resolve("installer.options")));
    }

    private static Path installer(Platform platform) throws IOException {
        return only(path -> path.toString().endsWith("." + platform.installer));
    }

    private static Path only(Predicate<Path> wanted) throws IOException {
        try (Stream<Path> made = Files.list(OUTPUT)) {
            return made.filter(wanted).findFirst().orElseThrow();
        }
    }

    private static String run(String tool, List<String> arguments) {
        var output = new StringWriter();
        var writer = new PrintWriter(output);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException(tool + " failed: " + output);
        }
        return output.toString();
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                // What jpackage has made is write-protected, which Windows takes seriously.
                path.toFile().setWritable(true);
                Files.delete(path);
            }
        }
    }

    /** The systems, each with the folder of its options and the installer that is made on it. */
    private enum Platform {
        LINUX("deb", "dpkg-deb and fakeroot are not installed (sudo apt install dpkg fakeroot).", "dpkg-deb", "fakeroot"),
        WINDOWS("msi", "the WiX toolset is not on the PATH (https://wixtoolset.org).", "wix.exe"),
        MAC("dmg", "hdiutil is missing.", "hdiutil");

        final String installer;
        final String installerNeeds;
        private final List<String> programs;

        Platform(String installer, String installerNeeds, String... programs) {
            this.installer = installer;
            this.installerNeeds = installerNeeds;
            this.programs = List.of(programs);
        }

        static Platform current() {
            var name = System.getProperty("os.name");
            return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MAC : LINUX;
        }

        Path folder() {
            return HOME.resolve(name().toLowerCase(Locale.ROOT));
        }

        boolean canMakeInstaller() {
            var folders = System.getenv("PATH").split(File.pathSeparator);
            return programs.stream().allMatch(
                    program -> Stream.of(folders).anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
        }
    }
}
