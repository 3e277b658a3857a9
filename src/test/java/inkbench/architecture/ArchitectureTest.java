package inkbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Keeps the rules between the packages, and proves of each that it can fail: the same rule, evaluated on its small tree in
 * {@code violations}, has to name exactly the classes that are called {@code …Violation…} there, and none of the others.
 */
class ArchitectureTest {
    private static final String VIOLATIONS = "inkbench.architecture.violations.";
    private static final JavaClasses INKBENCH = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("inkbench");

    @Test
    void packagesHaveNoCycles() {
        verify(Rules::packagesHaveNoCycles, "cycles");
    }

    @Test
    void packagesKnowOnlyTheLayersBelow() {
        verify(Rules::packagesKnowOnlyTheLayersBelow, "layers");
    }

    @Test
    void desktopFeaturesStandAlone() {
        verify(Rules::desktopFeaturesStandAlone, "features");
    }

    @Test
    void cliDoesNotKnowDesktop() {
        verify(Rules::cliDoesNotKnowDesktop, "clidesktop");
    }

    @Test
    void desktopDoesNotKnowCli() {
        verify(Rules::desktopDoesNotKnowCli, "desktopcli");
    }

    @Test
    void javafxStaysInDesktop() {
        verify(Rules::javafxStaysInDesktop, "javafx");
    }

    @Test
    void viewModelsKnowNoScene() {
        verify(Rules::viewModelsKnowNoScene, "viewmodels");
    }

    @Test
    void desktopUsesNoAwt() {
        verify(Rules::desktopUsesNoAwt, "awt");
    }

    @Test
    void dl4jStaysInModelTrainingAndExplain() {
        verify(Rules::dl4jStaysInModelTrainingAndExplain, "dl4j");
    }

    @Test
    void sqlStaysInStore() {
        verify(Rules::sqlStaysInStore, "sql");
    }

    @Test
    void picocliStaysInCli() {
        verify(Rules::picocliStaysInCli, "commands");
    }

    @Test
    void jsonStaysWhereFilesHoldIt() {
        verify(Rules::jsonStaysWhereFilesHoldIt, "json");
    }

    @Test
    void onlyOneJsonLibraryIsUsed() {
        verify(Rules::onlyOneJsonLibraryIsUsed, "otherjson");
    }

    @Test
    void threadsAreMadeInTask() {
        verify(Rules::threadsAreMadeInTask, "threads");
    }

    @Test
    void randomnessIsSeeded() {
        verify(Rules::randomnessIsSeeded, "randomness");
    }

    @Test
    void onlyCommandsWriteToTheConsole() {
        verify(Rules::onlyCommandsWriteToTheConsole, "console");
    }

    @Test
    void filesOfUsersAreNotDeserialized() {
        verify(Rules::filesOfUsersAreNotDeserialized, "deserialization");
    }

    private static void verify(Function<Rules, ArchRule> rule, String tree) {
        assertThat(reportedBy(rule, VIOLATIONS + tree)).isEqualTo(brokenOnPurpose(VIOLATIONS + tree));

        rule.apply(new Rules("inkbench")).check(INKBENCH);
    }

    /** The classes on whose account the rule fails in a tree. */
    private static Set<String> reportedBy(Function<Rules, ArchRule> rule, String root) {
        var classes = new ClassFileImporter().importPackages(root);
        var details = rule.apply(new Rules(root)).evaluate(classes).getFailureReport().getDetails();
        return classes.stream()
                .map(JavaClass::getName)
                .filter(name -> details.stream().anyMatch(detail -> blames(detail, name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A line of a report begins with the origin, such as {@code Method <inkbench.ink.Pen.draw()> calls …}. */
    private static boolean blames(String detail, String className) {
        return detail.lines().anyMatch(line -> {
            var origin = line.substring(line.indexOf('<') + 1);
            return origin.startsWith(className + ".") || origin.startsWith(className + ">");
        });
    }

    private static Set<String> brokenOnPurpose(String root) {
        return new ClassFileImporter().importPackages(root)
                .stream()
                .map(JavaClass::getName)
                .filter(name -> name.contains("Violation"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
