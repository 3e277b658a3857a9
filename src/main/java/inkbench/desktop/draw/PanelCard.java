package inkbench.desktop.draw;

import java.util.List;

import inkbench.desktop.common.Segments;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Several panels in one card, of which one is seen; only that one has work done for it. */
final class PanelCard extends VBox {
    private final ObjectProperty<Panel> chosen = new SimpleObjectProperty<>();

    PanelCard(List<Panel> panels) {
        super(12);
        var messages = Messages.of(PanelCard.class);
        getStyleClass().add("card");
        setId("draw-panels");
        chosen.set(panels.getFirst());
        var choice = new Segments<>(panels, panel -> messages.get("panel." + panel.id()), chosen);
        choice.getButtons().forEach(button -> {
            button.setId("panel-" + ((Panel) button.getUserData()).id());
            button.getStyleClass().add("small");
        });
        var content = new ScrollPane();
        content.setFitToWidth(true);
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.getStyleClass().add("panel-scroll");
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(choice, content);
        chosen.subscribe(panel -> {
            content.setFitToHeight(panel.fills());
            content.setContent(panel.node());
            panels.forEach(each -> each.active().set(each == panel));
        });
    }
}
