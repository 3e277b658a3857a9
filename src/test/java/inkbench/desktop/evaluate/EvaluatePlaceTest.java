package inkbench.desktop.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.Optional;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.app.Workbench;
import inkbench.app.browse.ImageFilter;
import inkbench.data.Part;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.image.ImageGrid;
import inkbench.desktop.evaluate.flows.FlowChart;
import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.desktop.evaluate.matrix.ConfusionHeatMap;
import inkbench.task.Workers;
import inkbench.testing.FxStage;
import inkbench.testing.Pictures;
import inkbench.testing.SampleDigits;
import inkbench.testing.SampleModels;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

class EvaluatePlaceTest {
    @TempDir
    private Path folder;
    private final FxRobot robot = new FxRobot();
    private final Session session = new Session();
    private final Theme theme = new Theme();
    private final Workers workers = new Workers("fake-reading", 1);
    private final Workbench workbench = new Workbench();
    private Scene scene;

    @BeforeEach
    void open() {
        scene = FxStage.show(() -> {
            // What is corrected lies beside the set, so that the next test finds nothing of it.
            var data = SampleDigits.parted("Samples", 300).readFrom(Optional.of(folder.resolve("samples.npz")));
            session.data().set(data);
            session.model().set(SampleModels.untrained("cnn"));
            var viewModel = new EvaluateViewModel(
                    (model, images) -> workers.submit("Evaluating", progress -> SampleModels.evaluation("cnn", images)),
                    images -> workbench.browsing().statistics(images.name(), images),
                    session);
            return (Parent) new EvaluatePlace(
                    viewModel, workbench, session, theme, new SetCorrections(workbench.corrections(), session))
                    .view();
        }, 1180, 700);
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
        workers.close();
        workbench.close();
    }

    @Test
    void showsTheImagesOfTheCellThatWasClicked() {
        evaluated();
        clickOn(new Cell(4, 5));
        Pictures.take(scene, "evaluate-light");
        Pictures.take(scene, "evaluate-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-dark");
        FxStage.dark(theme, false);

        assertThat(label("#cell-title")).isEqualTo("4 read as 5 · 27 images");
        ImageGrid grid = lookup("#cell-images");
        assertThat(grid.images().get().size()).isEqualTo(27);
        assertThat(grid.selected().get()).isZero();
        assertThat(label("#read-out")).isEqualTo(
                "27 images of 4 read as 5: 9.0% of the 300 that are 4, 9.0% of the 299 that were read as 5.");
    }

    @Test
    void choosesCellsWithTheKeyboard() {
        evaluated();
        FxStage.doFx(() -> lookup("#confusion").requestFocus());
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(label("#read-out")).startsWith("34 images of 2 read as 3");
        type(KeyCode.ENTER);
        assertThat(label("#cell-title")).isEqualTo("2 read as 3 · 34 images");
        type(KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(label("#cell-title")).isEqualTo("0 read as 4 · 0 images");
        Pictures.take(scene, "evaluate-no-images");
        type(KeyCode.RIGHT, KeyCode.LEFT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.LEFT, KeyCode.ENTER);
        assertThat(label("#cell-title")).isEqualTo("2 read as 3 · 34 images");
        assertThat(lookup("#show-in-data").isVisible()).isTrue();
    }

    @Test
    void comparesWithAnotherModelOnTheSameImages() throws Exception {
        evaluated();
        view("compare");
        Pictures.take(scene, "evaluate-compare-empty");
        robot.clickOn("#compare-with");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> FxStage.onFx(() -> session.jobs().isEmpty()));
        FxStage.settle();
        robot.clickOn("#compare-shipped");
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> FxStage.onFx(() -> scene.lookup("#change-4-FIXED") != null));

        assertThat(label("#comparison-verdict")).isEqualTo("This model is better, and by more than chance.");
        assertThat(label("#comparison-figures")).startsWith("cnn, beside best: accuracy ")
                .contains("exact McNemar test p <");
        Button fixed = lookup("#change-4-FIXED");
        FxStage.doFx(fixed::fire);
        ImageGrid grid = lookup("#comparison-images");
        int count = FxStage.onFx(() -> grid.images().get().size());
        assertThat(fixed.getText()).isEqualTo(Integer.toString(count));
        FxStage.doFx(fixed::requestFocus);
        type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.SPACE);
        assertThat(FxStage.onFx(() -> scene.getFocusOwner().getId())).isEqualTo("change-5-BROKEN");
        FxStage.doFx(fixed::fire);
        FxStage.settle();
        assertThat(FxStage.onFx(() -> scene.lookup("#compared-image").isVisible())).isTrue();
        Pictures.take(scene, "evaluate-compare-light");
        Pictures.take(scene, "evaluate-compare-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-compare-dark");
        FxStage.dark(theme, false);
    }

    @Test
    void reviewsLabelsAndTakesDecisionsBack() throws Exception {
        evaluated();
        view("labels");
        Pictures.take(scene, "evaluate-labels-empty");
        robot.clickOn("Review the labels");
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> FxStage.onFx(() -> scene.lookup("#review-images") instanceof ImageGrid grid
                        && grid.images().get() != null && grid.selected().get() == 0));

        assertThat(label("#review-found")).startsWith("Read by best-mnist, cnn, which did not learn these images.")
                .endsWith("None is decided.");
        ImageGrid grid = lookup("#review-images");
        FxStage.doFx(grid::requestFocus);
        int read = FxStage
                .onFx(() -> label("#review-doubt").charAt(label("#review-doubt").indexOf("label ") + 6) - '0');
        type(KeyCode.ENTER, KeyCode.SPACE, KeyCode.DELETE);
        type(read == 3 ? KeyCode.DIGIT4 : KeyCode.DIGIT3);
        FxStage.settle();
        assertThat(FxStage.onFx(() -> grid.selected().get())).isEqualTo(4);
        assertThat(label("#review-found")).endsWith("4 are decided.");
        assertThat(session.data().get().excludedCount()).isOne();
        assertThat(session.data().get().relabelledCount()).isEqualTo(2);
        Pictures.take(scene, "evaluate-labels-light");
        Pictures.take(scene, "evaluate-labels-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-labels-dark");
        FxStage.dark(theme, false);

        robot.clickOn("#review-undo").clickOn("#review-undo");
        assertThat(FxStage.onFx(() -> grid.selected().get())).isEqualTo(2);
        assertThat(session.data().get().excludedCount()).isZero();
        assertThat(label("#review-doubt")).endsWith("not decided");
        robot.clickOn("#review-train");
        assertThat(session.place().get()).isEqualTo("train");
        assertThat(session.runAsked().get()).isTrue();
    }

    @Test
    void choosesSeveralCellsAndShowsThemInData() throws Exception {
        evaluated();
        clickOn(new Cell(4, 5));
        FxStage.doFx(() -> lookup("#confusion").requestFocus());
        type(KeyCode.LEFT);
        robot.press(KeyCode.SHIFT);
        type(KeyCode.ENTER);
        robot.release(KeyCode.SHIFT);
        Pictures.take(scene, "evaluate-several-light");
        Pictures.take(scene, "evaluate-several-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-several-dark");
        FxStage.dark(theme, false);
        assertThat(label("#cell-title")).isEqualTo("4 read as 4 or 5 · 300 images");
        robot.press(KeyCode.SHIFT);
        type(KeyCode.ENTER);
        robot.release(KeyCode.SHIFT);
        assertThat(label("#cell-title")).isEqualTo("4 read as 5 · 27 images");
        clickOn(lookup("#show-in-data"));
        assertThat(session.askedFor().get()).isEqualTo(
                ImageFilter.NONE.withParts(Set.of(Part.TEST)).withLabels(Set.of(4)).withPredictions(Set.of(5)));
        assertThat(session.place().get()).isEqualTo("data");
    }

    @Test
    void choosesRibbonsByPointerAndByKeyboard() {
        evaluated();
        view("flows");
        ChartPane pane = lookup("#flows");
        var chart = (FlowChart) pane.chart();
        robot.clickOn(FxStage.onFx(() -> pane.localToScreen(chart.middleOf(new Cell(4, 5)))));
        FxStage.settle();
        assertThat(label("#cell-title")).isEqualTo("4 read as 5 · 27 images");
        assertThat(label("#flow-read-out")).isEqualTo("27 images of 4 read as 5: 9.0% of the 300 that are 4.");
        Pictures.take(scene, "evaluate-flows-light");
        Pictures.take(scene, "evaluate-flows-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-flows-dark");
        FxStage.dark(theme, false);
        type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertThat(label("#cell-title")).isEqualTo("5 read as 6 · 28 images");
        assertThat(FxStage.onFx(pane::getAccessibleText)).contains("28 images of 5 read as 6");
        clickOn(lookup("#flows-errors"));
        Pictures.take(scene, "evaluate-flows-errors");
        assertThat(FxStage.onFx(() -> chart.middleOf(new Cell(4, 4)))).isNull();
        assertThat(FxStage.onFx(chart::csv).lines()).hasSize(11).startsWith("truth,prediction,images", "0,1,13");
        assertThat(FxStage.onFx(pane::svg)).contains(">Truth<", ">Prediction<");
    }

    @Test
    void showsWhatCaretPrints() throws Exception {
        evaluated();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> figure("kappa").equals("0.8989"));
        assertThat(figure("interval")).isEqualTo("89.81% – 91.91%");
        view("overall");
        Pictures.take(scene, "evaluate-overall-light");
        Pictures.take(scene, "evaluate-overall-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-overall-dark");
        view("classes");
        Pictures.take(scene, "evaluate-classes-dark");
        FxStage.dark(theme, false);
        Pictures.take(scene, "evaluate-classes-light");
        Pictures.take(scene, "evaluate-classes-light-200", 2);
        view("calibration");
        Pictures.take(scene, "evaluate-calibration-light");
        Pictures.take(scene, "evaluate-calibration-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-calibration-dark");
        FxStage.dark(theme, false);
        ChartPane reliability = lookup("#reliability");
        assertThat(FxStage.onFx(reliability.chart()::csv).lines()).hasSizeBetween(110, 140).anyMatch(
                line -> line.startsWith("model,0.6"));
        assertThat(FxStage.onFx(reliability::svg)).contains(">Images<", ">0%<", ">100%<");
        view("classes");
        TableView<?> table = lookup("#class-measures");
        assertThat(FxStage.onFx(() -> table.getColumns().get(5).getCellData(0))).isEqualTo("0.9100");
    }

    @Test
    void givesAllTheWidthToWhatHasNoCells() {
        evaluated();
        clickOn(new Cell(4, 5));
        view("classes");
        assertThat(FxStage.onFx(() -> this.<TableView<?>>lookup("#class-measures").getWidth())).isGreaterThan(1000);
        view("flows");
        assertThat(label("#cell-title")).isEqualTo("4 read as 5 · 27 images");
        view("matrix");
        assertThat(label("#cell-title")).isEqualTo("4 read as 5 · 27 images");
    }

    @Test
    void drawsTheCurvesOfTheChosenClassesStrong() throws Exception {
        evaluated();
        view("curves");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS,
                () -> FxStage.onFx(() -> scene.lookup("#curve-class-0") != null));
        ChartPane roc = lookup("#roc");
        ChartPane precisionRecall = lookup("#precisionRecall");
        assertThat(FxStage.onFx(roc::svg)).containsPattern(">\\d · AUC 0\\.\\d{4}<");
        assertThat(FxStage.onFx(() -> occurrences("AUC", roc.svg()))).isEqualTo(3);
        ToggleButton zero = lookup("#curve-class-0");
        if (!zero.isSelected()) {
            clickOn(zero);
        }
        assertThat(FxStage.onFx(roc::svg)).contains(">0 · AUC ");
        FxStage.doFx(roc::requestFocus);
        type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(FxStage.onFx(roc::getAccessibleHelp)).startsWith("False positive rate").contains("2.0%. 0 · AUC 0.");
        Pictures.take(scene, "evaluate-curves-light");
        Pictures.take(scene, "evaluate-curves-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-curves-dark");
        FxStage.dark(theme, false);
        clickOn(lookup("#curve-corner"));
        assertThat(FxStage.onFx(roc::svg)).contains(">10%<", ">92%<").doesNotContain(">20%<", ">80%<");
        assertThat(FxStage.onFx(precisionRecall::svg)).contains(">98%<").doesNotContain(">20%<");
        Pictures.take(scene, "evaluate-curves-corner");
        clickOn(lookup("#curve-corner"));
        assertThat(FxStage.onFx(roc::svg)).contains(">20%<");
        clickOn(zero);
        assertThat(FxStage.onFx(precisionRecall::svg)).doesNotContain(">0 · AP ");
        assertThat(FxStage.onFx(precisionRecall.chart()::csv).lines()).hasSizeGreaterThan(1000)
                .anyMatch(line -> line.startsWith("0 · AP 0."));
    }

    private static int occurrences(String word, String svg) {
        return svg.split(word, -1).length - 1;
    }

    @Test
    void showsPartsSideBySideAndOpensACellOfAnother() throws Exception {
        evaluated();
        view("parts");
        robot.clickOn("#measure-train");
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> FxStage.onFx(() -> scene.lookup("#confusion-train") != null && session.jobs().isEmpty()));
        FxStage.settle();
        Pictures.take(scene, "evaluate-parts-light");
        Pictures.take(scene, "evaluate-parts-light-200", 2);
        FxStage.dark(theme, true);
        Pictures.take(scene, "evaluate-parts-dark");
        FxStage.dark(theme, false);
        TableView<?> table = lookup("#part-table");
        assertThat(FxStage.onFx(() -> table.getColumns().get(2).getCellData(table.getItems().size() - 1)))
                .isEqualTo("90.90%");
        assertThat(FxStage.onFx(() -> table.getColumns().get(3).getCellData(0))).asString().contains(" – ");

        ChartPane map = lookup("#confusion-train");
        FxStage.doFx(map::requestFocus);
        type(KeyCode.RIGHT, KeyCode.ENTER);
        assertThat(label("#cell-title")).startsWith("0 read as 1 · ");
        ComboBox<?> part = lookup("#part");
        assertThat(part.getValue()).isEqualTo(Part.TRAIN);
        TabPane views = lookup("#views");
        assertThat(views.getSelectionModel().getSelectedIndex()).isZero();
    }

    @Test
    void showsSharesAndErrorsAlone() {
        evaluated();
        clickOn(lookup("#measure-ROW_SHARE"));
        clickOn(lookup("#option-log"));
        clickOn(lookup("#option-diagonal"));
        FxStage.settle();
        Pictures.take(scene, "evaluate-row-share-no-diagonal");
        ChartPane map = lookup("#confusion");
        assertThat(FxStage.onFx(map::svg)).contains(">11.3%<", ">34<").doesNotContain(">90.7%<");
    }

    @Test
    void measuresAtTheTouchOfAButton() throws Exception {
        Pictures.take(scene, "evaluate-empty");
        Button measure = lookup("#measure");
        assertThat(measure.getText()).isEqualTo("Evaluate cnn on Samples test");
        robot.clickOn(measure);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> lookup("#figure-accuracy") instanceof Figure figure
                && FxStage.onFx(figure::text).equals("90.90%"));
    }

    @Test
    void savesTheMatrixAsCsvAndAsAnSvgThatXmlReadersAccept() throws Exception {
        evaluated();
        ChartPane map = lookup("#confusion");
        var svg = FxStage.onFx(map::svg);
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getElementsByTagName("rect").getLength()).isGreaterThan(100);
        assertThat(svg).contains(">Truth<", ">Prediction<");
        assertThat(map.chart().csv().lines()).hasSize(11)
                .startsWith("truth,0,1,2,3,4,5,6,7,8,9", "0,287,13,0,0,0,0,0,0,0,0");
    }

    @Test
    void fitsIntoASmallWindow() {
        evaluated();
        FxStage.doFx(() -> {
            scene.getWindow().setWidth(820);
            scene.getWindow().setHeight(560);
        });
        clickOn(new Cell(9, 0));
        Pictures.take(scene, "evaluate-small");
        view("parts");
        Pictures.take(scene, "evaluate-parts-small");
        view("curves");
        Pictures.take(scene, "evaluate-curves-small");
        view("matrix");
        assertThat(label("#cell-title")).isEqualTo("9 read as 0 · 26 images");
    }

    private void evaluated() {
        var test = session.data().get().part(Part.TEST).orElseThrow();
        FxStage.doFx(() -> session.evaluation().set(SampleModels.evaluation("cnn", test)));
    }

    private String figure(String key) {
        Figure figure = lookup("#figure-" + key);
        return FxStage.onFx(figure::text);
    }

    private void view(String key) {
        FxStage.doFx(() -> {
            TabPane views = (TabPane) scene.lookup("#views");
            views.getTabs()
                    .stream()
                    .filter(tab -> tab.getId().equals("view-" + key))
                    .forEach(views.getSelectionModel()::select);
        });
        FxStage.settle();
    }

    private void clickOn(Node node) {
        robot.clickOn(node);
        FxStage.settle();
    }

    private void clickOn(Cell cell) {
        ChartPane pane = lookup("#confusion");
        var point = FxStage.onFx(() -> {
            var map = (ConfusionHeatMap) pane.chart();
            for (double y = 1; y < pane.getHeight(); y += 4) {
                for (double x = 1; x < pane.getWidth(); x += 4) {
                    if (cell.equals(map.cellAt(x, y))) {
                        return pane.localToScreen(x + 4, y + 4);
                    }
                }
            }
            throw new AssertionError("No cell " + cell);
        });
        robot.clickOn(point);
        FxStage.settle();
    }

    private void type(KeyCode... keys) {
        for (var key : keys) {
            robot.press(key).release(key);
        }
        FxStage.settle();
    }

    private String label(String id) {
        return FxStage.onFx(() -> ((Label) scene.lookup(id)).getText());
    }

    @SuppressWarnings("unchecked")
    private <N extends Node> N lookup(String id) {
        return (N) FxStage.onFx(() -> scene.lookup(id));
    }
}
