package inkbench.desktop.evaluate;

import java.util.Map;

import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A view of the confusion matrix at the left, the images behind its chosen cells at the right. It moves to whichever tab needs
 * it; tabs of other views have all the width for themselves.
 */
final class WithCells extends StackPane {
    private static final double CELLS_BEGIN = 0.6;

    private final StackPane view = new StackPane();
    private final SplitPane split;

    WithCells(CellPane cells) {
        view.getStyleClass().add("card");
        split = new SplitPane(view, cells);
        split.getStyleClass().add("split-cards");
        split.setDividerPositions(CELLS_BEGIN);
        split.widthProperty().addListener((source, before, now) -> keepShares());
        getStyleClass().add("below-tabs");
        getChildren().add(split);
    }

    /** Shows the view of the tab that is chosen among several, in that tab. */
    void follow(TabPane tabs, Map<Tab, ? extends Region> views) {
        tabs.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            var wanted = views.get(chosen);
            if (wanted != null) {
                views.keySet().forEach(tab -> tab.setContent(null));
                view.getChildren().setAll(wanted);
                chosen.setContent(this);
            }
        });
    }

    /** A window that shrinks takes the same from both sides, however narrow one is; shares look right at any width. */
    private void keepShares() {
        var shares = split.getDividerPositions();
        Platform.runLater(() -> split.setDividerPositions(shares));
    }
}
