package inkbench.desktop.data.split;

import java.util.ArrayList;
import java.util.List;

import inkbench.data.Part;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The shares as lengths side by side, with boundaries to be dragged. The keyboard has the fields beside it. */
final class SharesBar extends Pane {
    private static final double HEIGHT = 20;
    private static final double HANDLE = 9;

    private final SplitViewModel viewModel;
    private final List<Region> bars = new ArrayList<>();
    private final List<Region> handles = new ArrayList<>();

    SharesBar(SplitViewModel viewModel) {
        this.viewModel = viewModel;
        setId("split-bar");
        getStyleClass().add("shares-bar");
        setMinSize(120, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        for (var part : Part.values()) {
            var bar = new Region();
            bar.getStyleClass().addAll("share", "share-" + part.key());
            bar.setManaged(false);
            bars.add(bar);
        }
        getChildren().addAll(bars);
        for (var left : new Part[]{Part.TRAIN, Part.TEST}) {
            var handle = new Region();
            handle.setId("split-handle-" + left.key());
            handle.getStyleClass().add("share-handle");
            handle.setManaged(false);
            handle.setCursor(Cursor.H_RESIZE);
            handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(left, event));
            handles.add(handle);
        }
        getChildren().addAll(handles);
        viewModel.shares().subscribe(now -> requestLayout());
        viewModel.source().subscribe(now -> requestLayout());
    }

    private void drag(Part left, MouseEvent event) {
        double x = sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
        viewModel.boundary(left, (int) Math.round(Percentages.WHOLE * x / getWidth()));
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        var shares = viewModel.shares().get();
        double left = 0;
        int sum = 0;
        for (var part : Part.values()) {
            sum += shares.of(part);
            double right = snapPositionX(getWidth() * sum / Percentages.WHOLE);
            bars.get(part.ordinal()).resizeRelocate(left, 0, right - left, getHeight());
            left = right;
            if (part.ordinal() < handles.size()) {
                handles.get(part.ordinal()).resizeRelocate(
                        Math.clamp(right - HANDLE / 2, 0, getWidth() - HANDLE), 0, HANDLE, getHeight());
            }
        }
        // Where a part keeps its own images, there is one boundary only.
        handles.get(Part.TEST.ordinal()).setVisible(viewModel.fixed() == null);
    }
}
