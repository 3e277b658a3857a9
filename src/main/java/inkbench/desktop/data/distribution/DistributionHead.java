package inkbench.desktop.data.distribution;

import java.util.List;

import inkbench.data.Part;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What the columns of figures are. */
final class DistributionHead extends HBox {
    private final List<Part> parts;

    DistributionHead(List<Part> parts, ImagesViewModel images) {
        super(8);
        this.parts = parts;
        getStyleClass().add("distribution-head");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(space, column(Messages.of(DistributionHead.class).get("column.share"), "share"));
        parts.forEach(part -> getChildren().add(column(images.partName(part), "count")));
    }

    List<Part> parts() {
        return parts;
    }

    private static Label column(String name, String kind) {
        var label = new Label(name);
        label.getStyleClass().addAll("distribution-value", "distribution-" + kind, "numeric");
        return label;
    }
}
