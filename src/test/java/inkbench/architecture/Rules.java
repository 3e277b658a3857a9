package inkbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static inkbench.architecture.Accesses.deserialize;
import static inkbench.architecture.Accesses.drawWithoutSeed;
import static inkbench.architecture.Accesses.makeThreads;
import static inkbench.architecture.Accesses.writeToTheConsole;

import java.util.Arrays;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;

/**
 * The rules between the packages, for whatever package they lie in: {@code inkbench} itself, or one of the small trees in
 * {@code violations} that break them on purpose.
 */
final class Rules {
    private final String root;

    Rules(String root) {
        this.root = root;
    }

    ArchRule packagesHaveNoCycles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other can only be understood and changed together");
    }

    ArchRule packagesKnowOnlyTheLayersBelow() {
        var layers = new Layers(root);
        return classes().that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<>("know only what the table of layers allows") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (var dependency : type.getDirectDependenciesFromSelf()) {
                            layers.objection(type, dependency.getTargetClass())
                                    .map(objection -> dependency.getDescription() + ": " + objection)
                                    .ifPresent(text -> events.add(SimpleConditionEvent.violated(dependency, text)));
                        }
                    }
                })
                .because("the domain has to be usable without a window, and the window and the commands alike");
    }

    ArchRule desktopFeaturesStandAlone() {
        return slices().matching(root + ".desktop.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(root + ".desktop.shell.."), resideInAPackage(root + ".desktop.."))
                .ignoreDependency(resideInAPackage(root + ".desktop.."), resideInAPackage(root + ".desktop.common.."))
                .because("a place that knows another can't be opened, tested or replaced without it");
    }

    ArchRule cliDoesNotKnowDesktop() {
        return noClasses().that()
                .resideInAPackage(root + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".desktop..")
                .because("a command has to run where there is neither a display nor JavaFX");
    }

    ArchRule desktopDoesNotKnowCli() {
        return noClasses().that()
                .resideInAPackage(root + ".desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".cli..")
                .because("the window and the commands are two skins over the same use cases");
    }

    ArchRule javafxStaysInDesktop() {
        return outside("desktop").should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("the domain, the use cases and the commands run without a window");
    }

    ArchRule viewModelsKnowNoScene() {
        return noClasses().that()
                .haveNameMatching(".*ViewModel(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a window");
    }

    ArchRule desktopUsesNoAwt() {
        return noClasses().that()
                .resideInAPackage(root + ".desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.swing..", "javax.imageio..")
                .because("a second toolkit beside JavaFX takes a second to start and a thread of its own");
    }

    ArchRule dl4jStaysInModelTrainingAndExplain() {
        return outside("model", "training", "explain").should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.datavec..", "org.bytedeco..")
                .because("it loads 100 MB of native code, and could be replaced only where it is hidden");
    }

    ArchRule sqlStaysInStore() {
        return outside("store").should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..")
                .because("the workspace has one owner, who can migrate it");
    }

    ArchRule picocliStaysInCli() {
        return outside("cli").should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("commands are thin; what they do is in the use cases");
    }

    ArchRule jsonStaysWhereFilesHoldIt() {
        return outside("model", "data.catalog", "app", "cli").should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("only model files, the catalog, strokes and the commands' output are JSON");
    }

    ArchRule onlyOneJsonLibraryIsUsed() {
        return everywhere().should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.gson..", "org.nd4j.shade..", "org.json..")
                .because("libraries that other libraries bring along are not ours to use");
    }

    ArchRule threadsAreMadeInTask() {
        return outside("task").should()
                .accessTargetWhere(makeThreads())
                .because("threads have names, end with the app, and are counted in one place");
    }

    ArchRule randomnessIsSeeded() {
        return everywhere().should()
                .accessTargetWhere(drawWithoutSeed())
                .because("the same seed has to give the same data, the same network and the same run");
    }

    ArchRule onlyCommandsWriteToTheConsole() {
        return outside("cli").should()
                .accessTargetWhere(writeToTheConsole())
                .because("what a command prints is an interface; everything else logs, or tells its caller");
    }

    ArchRule filesOfUsersAreNotDeserialized() {
        return everywhere().should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.deeplearning4j.util.ModelSerializer")
                .orShould()
                .accessTargetWhere(deserialize())
                .because("a file made for the purpose could run code or take all memory");
    }

    private GivenClassesConjunction everywhere() {
        return noClasses().that().resideInAPackage(root + "..");
    }

    private GivenClassesConjunction outside(String... packages) {
        var allowed = Arrays.stream(packages).map(name -> root + "." + name + "..").toArray(String[]::new);
        return noClasses().that(
                resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed)))
                        .as("outside " + String.join(", ", packages)));
    }
}
