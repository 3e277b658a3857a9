package inkbench.desktop.common.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.testfx.api.FxRobot;

import inkbench.testing.FxStage;
import inkbench.testing.Pixels;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

class CurveChartTest {
    private static final String TITLE = "Loss < 1 & \"more\"";

    private final Curve training = new Curve();
    private final Curve validation = new Curve();
    private CurveChart chart;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = FxStage.show(() -> {
            chart = new CurveChart(TITLE, "epoch", Double.POSITIVE_INFINITY,
                    v -> String.format(Locale.ROOT, "%.2f", v));
            chart.setSeries(
                    List.of(
                            new Series("training", Series.Kind.BOLD, Series.Role.FIRST, training),
                            new Series("validation", Series.Kind.MARKED, Series.Role.SECOND, validation)));
            return new StackPane(chart.pane());
        }, 400, 300);
        FxStage.doFx(() -> {
            training.add(0.5, 2);
            training.add(1, 1);
            training.add(2, 0.5);
            validation.add(1, 0.9);
            validation.add(2, 0.4);
            chart.refresh();
        });
    }

    @AfterEach
    void close() {
        FxStage.doFx(() -> scene.getWindow().hide());
    }

    @Test
    void savesAnSvgThatXmlReadersAccept() throws Exception {
        var svg = FxStage.onFx(() -> chart.pane().svg());
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(TITLE);
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(1 + 2);
        assertThat(document.getElementsByTagName("polyline").getLength()).isGreaterThan(4);
        assertThat(document.getElementsByTagName("text").getLength()).isGreaterThan(5);
    }

    @Test
    void showsManySingleMeasurementsAsTheBandTheyCover() {
        var svg = FxStage.onFx(() -> {
            var batches = new Curve();
            for (int i = 1; i <= LinePainter.THIN_POINTS; i++) {
                batches.add(i / 1000.0, 1 + i % 2);
            }
            chart.setSeries(List.of(new Series("batches", Series.Kind.THIN, Series.Role.FIRST, batches)));
            var few = chart.pane().svg();
            batches.add(1, 1);
            return List.of(few, chart.pane().svg());
        });

        assertThat(svg.getFirst()).doesNotContain("<polygon");
        assertThat(svg.getLast()).containsOnlyOnce("<polygon");
        assertThat(svg.getLast().split("<polyline", -1)).hasSize(svg.getFirst().split("<polyline", -1).length - 1);
    }

    @Test
    void marksNoPointsThatWouldTouch() {
        var circles = FxStage.onFx(() -> {
            var epochs = new Curve();
            for (int i = 1; i <= 1000; i++) {
                epochs.add(i, 1);
            }
            chart.setSeries(List.of(new Series("validation", Series.Kind.MARKED, Series.Role.SECOND, epochs)));
            return chart.pane().svg().split("<circle", -1).length - 1;
        });
        assertThat(circles).as("that of the legend").isEqualTo(1);
    }

    @Test
    void leavesItsSurroundingsAloneWhenItIsPaintedAnew() {
        assertThat(FxStage.onFx(() -> {
            chart.refresh();
            return scene.getRoot().isNeedsLayout();
        })).isFalse();
    }

    @Test
    void paintsWhatWasAdded() {
        var before = FxStage.onFx(() -> chart.pane().snapshot(null, null));
        FxStage.doFx(() -> {
            training.add(3, 1.5);
            chart.refresh();
        });
        var after = FxStage.onFx(() -> chart.pane().snapshot(null, null));
        assertThat(Pixels.different(before, after)).isGreaterThan(100);
    }

    @Test
    void savesEveryPointAsCsv() {
        assertThat(chart.csv().lines()).containsExactly(
                "series,epoch,\"Loss < 1 & \"\"more\"\"\",lowest,highest",
                "training,0.500000,2.00000,2.00000,2.00000",
                "training,1.00000,1.00000,1.00000,1.00000",
                "training,2.00000,0.500000,0.500000,0.500000",
                "validation,1.00000,0.900000,0.900000,0.900000",
                "validation,2.00000,0.400000,0.400000,0.400000");
    }

    @Test
    void tellsTheNewestValuesToThoseWhoCantSeeThem() {
        assertThat(chart.pane().getAccessibleText()).isEqualTo(TITLE + ". training: 0.50. validation: 0.40");
    }

    @Test
    void isSavedAsAPictureTwiceAsFine() {
        var picture = FxStage.onFx(() -> chart.pane().image(2));
        assertThat(picture.getWidth()).isEqualTo(800);
        assertThat(picture.getHeight()).isEqualTo(600);
        var pixels = picture.getPixelReader();
        assertThat(IntStream.range(0, 600).map(y -> pixels.getArgb(500, y)).distinct().count()).isGreaterThan(3);
    }

    @Test
    void showsTheRangeThatIsDraggedAndAllOfItAgainOnEscape() {
        var robot = new FxRobot();
        var pane = chart.pane();
        var whole = FxStage.onFx(() -> pane.svg());
        robot.moveTo(pane).moveBy(-60, 0).press(MouseButton.PRIMARY).moveBy(60, 0).release(MouseButton.PRIMARY);
        FxStage.settle();
        var zoomed = FxStage.onFx(() -> pane.svg());
        FxStage.doFx(() -> pane.fireEvent(key(KeyCode.ESCAPE)));

        assertThat(zoomed).isNotEqualTo(whole);
        assertThat(FxStage.onFx(() -> pane.svg())).isEqualTo(whole);
    }

    @Test
    void readsOutValuesByKeys() {
        var pane = chart.pane();
        FxStage.doFx(() -> pane.fireEvent(key(KeyCode.END)));
        assertThat(pane.getAccessibleHelp()).isEqualTo("epoch 2.00. training: 0.50. validation: 0.40");
        FxStage.doFx(() -> {
            for (int i = 0; i < 45; i++) {
                pane.fireEvent(key(KeyCode.LEFT));
            }
        });
        assertThat(pane.getAccessibleHelp()).isEqualTo("epoch 1.10. training: 1.00. validation: 0.90");
        FxStage.doFx(() -> pane.fireEvent(key(KeyCode.ESCAPE)));
        assertThat(pane.getAccessibleHelp()).isNull();
    }

    @Test
    void labelsSharesInPercentAlongBothAxes() {
        var svg = FxStage.onFx(() -> {
            var shares = new Curve();
            shares.add(0.5, 0.4);
            shares.add(1, 0.9);
            chart.setSeries(List.of(new Series("model", Series.Kind.BOLD, Series.Role.FIRST, shares)));
            var plain = chart.pane().svg();
            chart.inShares();
            return List.of(plain, chart.pane().svg());
        });
        assertThat(svg.getFirst()).contains(">0<", ">1<").doesNotContain("%<");
        assertThat(svg.getLast()).contains(">0%<", ">20%<", ">80%<", ">100%<");

        FxStage.doFx(() -> chart.pane().fireEvent(key(KeyCode.END)));
        assertThat(chart.pane().getAccessibleHelp()).isEqualTo("epoch 100.0%. model: 0.90");
    }

    @Test
    void looksCloserAtACornerAndAtAllAgain() {
        var svg = FxStage.onFx(() -> {
            var closer = new CurveChart(TITLE, "recall", 1, Double::toString).inShares();
            var shares = new Curve();
            shares.add(0, 0.2);
            shares.add(1, 1);
            closer.setSeries(List.of(new Series("model", Series.Kind.BOLD, Series.Role.FIRST, shares)));
            var all = closer.pane().svg();
            closer.look(0.9, 1, 0.9);
            var corner = closer.pane().svg();
            closer.lookAtAll();
            return List.of(all, corner, closer.pane().svg());
        });
        assertThat(svg.get(1)).contains(">90%<", ">100%<").doesNotContain(">0%<", ">50%<");
        assertThat(svg.get(2)).isEqualTo(svg.get(0)).contains(">0%<");
    }

    @Test
    void showsCountsBelowTheLinesAndReadsThemOut() {
        var svg = FxStage.onFx(() -> {
            chart.setBars(
                    new CurveBars("Images",
                            List.of(new CurveBars.Bar(0, 1, 12), new CurveBars.Bar(1, 2, 9_851))));
            return chart.pane().svg();
        });
        assertThat(svg).contains(">12<", ">9.9K<", ">Images<");
        FxStage.doFx(() -> chart.pane().fireEvent(key(KeyCode.END)));
        assertThat(chart.pane().getAccessibleHelp()).endsWith("validation: 0.40. Images 9,851");
        assertThat(chart.csv().lines()).contains("Images,0.500000,12,12,12", "Images,1.50000,9851,9851,9851");
    }

    @Test
    void namesNoLineThatIsOnlyThereForOthersToStandOutFrom() {
        var svg = FxStage.onFx(() -> {
            chart.setSeries(
                    List.of(
                            new Series("all", Series.Kind.CONTEXT, Series.Role.EARLIER, training),
                            new Series("validation", Series.Kind.BOLD, Series.Role.SECOND, validation)));
            return chart.pane().svg();
        });
        FxStage.doFx(() -> chart.pane().fireEvent(key(KeyCode.END)));
        assertThat(svg).contains(">validation<").doesNotContain(">all<");
        assertThat(chart.pane().getAccessibleHelp()).isEqualTo("epoch 2.00. validation: 0.40");
        assertThat(chart.pane().getAccessibleText()).isEqualTo(TITLE + ". validation: 0.40");
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void takesItsColoursFromTheTheme() {
        var light = FxStage.onFx(() -> chart.pane().palette());
        FxStage.dark(new inkbench.desktop.common.Theme(), true);
        var dark = FxStage.onFx(() -> {
            scene.getRoot().applyCss();
            return chart.pane().palette();
        });
        FxStage.dark(new inkbench.desktop.common.Theme(), false);

        assertThat(light.surface().getBrightness()).isGreaterThan(0.9);
        assertThat(dark.surface().getBrightness()).isLessThan(0.2);
        assertThat(dark.text().getBrightness()).isGreaterThan(0.7);
        assertThat(dark.first()).isNotEqualTo(dark.second());
    }
}
