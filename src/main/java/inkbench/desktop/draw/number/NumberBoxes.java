package inkbench.desktop.draw.number;

import java.util.ArrayList;
import java.util.List;

import inkbench.desktop.draw.pad.DrawingPad;
import inkbench.text.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Boxes around the digits on the pad, each with a tag to choose it by. What lies between lets the pen through. */
public final class NumberBoxes extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double MARGIN = 4;

    private final Messages messages = Messages.of(NumberBoxes.class);
    private final NumberViewModel viewModel;
    private final DrawingPad pad;
    private final List<Region> boxes = new ArrayList<>();
    private final List<Button> tags = new ArrayList<>();

    /** Boxes of what is read on a pad, of the pad's size. */
    public NumberBoxes(NumberViewModel viewModel, DrawingPad pad) {
        this.viewModel = viewModel;
        this.pad = pad;
        setPickOnBounds(false);
        setId("number-boxes");
        visibleProperty().bind(viewModel.active());
        viewModel.cells().subscribe(cells -> fill());
        viewModel.selected().subscribe(index -> choose());
    }

    private void fill() {
        var cells = viewModel.cells().get();
        // Boxes are kept: they move with every point that is drawn.
        while (boxes.size() > cells.size()) {
            getChildren().removeAll(boxes.removeLast(), tags.removeLast());
        }
        while (boxes.size() < cells.size()) {
            add(boxes.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            tags.get(i).setText(Integer.toString(cells.get(i).digit()));
            tags.get(i).setAccessibleText(messages.get("tag", i + 1, cells.get(i).digit()));
        }
        choose();
        requestLayout();
    }

    private void add(int index) {
        var box = new Region();
        box.getStyleClass().add("number-box");
        box.setMouseTransparent(true);
        var tag = new Button();
        tag.setId("number-tag-" + index);
        tag.getStyleClass().addAll("small", "number-tag");
        tag.setFocusTraversable(false);
        tag.setOnAction(event -> {
            viewModel.selected().set(index);
            pad.requestFocus();
        });
        boxes.add(box);
        tags.add(tag);
        getChildren().addAll(box, tag);
    }

    private void choose() {
        for (int i = 0; i < boxes.size(); i++) {
            boxes.get(i).pseudoClassStateChanged(CHOSEN, i == viewModel.selected().get());
            tags.get(i).pseudoClassStateChanged(CHOSEN, i == viewModel.selected().get());
        }
    }

    @Override
    protected void layoutChildren() {
        var cells = viewModel.cells().get();
        for (int i = 0; i < boxes.size(); i++) {
            var box = pad.toPixels(cells.get(i).box());
            double left = snapPositionX(box.getMinX() - MARGIN);
            double top = snapPositionY(box.getMinY() - MARGIN);
            boxes.get(i)
                    .resizeRelocate(
                            left,
                            top,
                            snapSizeX(box.getWidth() + 2 * MARGIN),
                            snapSizeY(box.getHeight() + 2 * MARGIN));
            var tag = tags.get(i);
            tag.autosize();
            tag.relocate(left, Math.max(0, top - tag.getHeight() - 2));
        }
    }
}
