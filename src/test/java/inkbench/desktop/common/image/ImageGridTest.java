package inkbench.desktop.common.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import inkbench.data.Dataset;
import inkbench.testing.SyntheticData;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

@ExtendWith(ApplicationExtension.class)
class ImageGridTest {
    /** Ten columns of 28 pixels with gaps of 4 fit, a margin of 3 at both sides and the scroll bar. */
    private static final double WIDTH = 360;
    private static final double HEIGHT = 200;

    private final Dataset images = SyntheticData.labelled("Synthetic", 70_000, 3);
    private final StackPane root = new StackPane();
    private ImageGrid grid;

    @Start
    void show(Stage stage) {
        grid = new ImageGrid();
        grid.images().set(images);
        root.getChildren().add(grid);
        stage.setScene(new Scene(root, WIDTH, HEIGHT));
        stage.show();
    }

    @Test
    void drawsEveryPixelAsItIs(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        var seen = new ArrayList<Integer>();
        robot.interact(() -> {
            PixelReader pixels = root.snapshot(null, null).getPixelReader();
            for (int y = 0; y < 28; y++) {
                for (int x = 0; x < 28; x++) {
                    seen.add(pixels.getArgb(3 + x, 3 + y) & 0xFF);
                }
            }
        });
        var expected = new ArrayList<Integer>();
        for (byte value : images.image(0)) {
            expected.add(Byte.toUnsignedInt(value));
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void holdsAsFewNodesForManyImagesAsForOne(FxRobot robot) {
        int nodes = root.lookupAll("*").size();
        robot.interact(() -> grid.images().set(images.subset(new int[]{7})));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(root.lookupAll("*")).hasSize(nodes);
    }

    @Test
    void goesARowDownAndAPageDown(FxRobot robot) {
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.HOME, KeyCode.DOWN);
        int columns = grid.selected().get();
        assertThat(columns).isEqualTo(10);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(grid.selected().get()).isEqualTo(columns + 5 * columns);
        robot.type(KeyCode.PAGE_UP, KeyCode.UP);
        assertThat(grid.selected().get()).isZero();
    }

    @Test
    void describesTheImageUnderThePointer(FxRobot robot) {
        robot.interact(() -> grid.describedBy(index -> "image " + index));
        robot.moveTo(grid.localToScreen(3 + 32 + 14, 17));
        assertThat(grid.hovered().get()).isEqualTo(1);
        robot.moveTo(grid.localToScreen(3 + 30, 17));
        assertThat(grid.hovered().get()).as("between two images").isEqualTo(-1);
    }

    @Test
    void beginsAtTheTopWithAnotherSet(FxRobot robot) {
        robot.interact(grid::requestFocus);
        robot.type(KeyCode.END);
        robot.interact(() -> grid.images().set(images.subset(new int[]{5, 6, 7})));
        assertThat(grid.selected().get()).isEqualTo(-1);
        robot.clickOn(grid.localToScreen(17, 17));
        assertThat(grid.selected().get()).isZero();
    }

    /** In a window of its own, because TestFX keeps every event of the other, and an event keeps the node it was for. */
    @Test
    void canBeCollectedOnceItIsTakenOutOfTheWindow(FxRobot robot) throws InterruptedException {
        var pane = new StackPane();
        var shown = new AtomicReference<ImageGrid>();
        var collected = new ReferenceQueue<ImageGrid>();
        var reference = new AtomicReference<WeakReference<ImageGrid>>();
        var window = new AtomicReference<Stage>();
        robot.interact(() -> {
            shown.set(new ImageGrid());
            shown.get().images().set(images);
            reference.set(new WeakReference<>(shown.get(), collected));
            pane.getChildren().add(shown.get());
            window.set(new Stage());
            window.get().setScene(new Scene(pane, WIDTH, HEIGHT));
            window.get().show();
        });
        robot.interact(() -> shown.get().selected().set(60_000));
        robot.interact(() -> {
            shown.set(null);
            pane.getChildren().clear();
        });
        WaitForAsyncUtils.waitForFxEvents();
        for (int attempt = 0; attempt < 50 && !reference.get().refersTo(null); attempt++) {
            System.gc();
            collected.remove(100);
        }
        assertThat(reference.get().refersTo(null)).isTrue();
        robot.interact(window.get()::close);
    }
}
