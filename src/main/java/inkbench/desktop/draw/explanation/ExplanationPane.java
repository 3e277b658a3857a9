package inkbench.desktop.draw.explanation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.neighbours.NeighboursPane;
import inkbench.text.Messages;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Why the drawing is read as it is: one aspect at a time. */
public final class ExplanationPane extends VBox {
    private final Messages messages = Messages.of(ExplanationPane.class);
    private final ExplanationViewModel viewModel;
    private final Map<Aspect, Node> pages = new EnumMap<>(Aspect.class);
    private final Label nothing = sentence();
    private final StackPane page = new StackPane();

    /** A pane that follows the drawing. */
    public ExplanationPane(ExplanationViewModel viewModel, Exports exports, Theme theme) {
        super(10);
        this.viewModel = viewModel;
        setId("why");
        // The panel scrolls in a low window: the bar stands clear of the words.
        setPadding(new Insets(0, 10, 4, 2));
        var choice = new Segments<>(
                List.of(Aspect.values()),
                aspect -> messages.get("aspect." + aspect),
                viewModel.aspect());
        choice.getButtons().forEach(button -> {
            button.setId("why-" + button.getUserData());
            button.getStyleClass().add("small");
            Hints.on(button, messages.get("aspect." + button.getUserData() + ".tip"));
        });
        nothing.setText(messages.get("none"));
        pages.put(Aspect.PARTS, new PartsPane(viewModel, exports, theme));
        pages.put(Aspect.NEAREST, nearest());
        pages.put(Aspect.LAYERS, new LayersPane(viewModel.layers(), exports, theme));
        pages.put(Aspect.MAP, new MapPane(viewModel.map(), exports, theme));
        getChildren().addAll(choice, page);
        viewModel.aspect().subscribe(now -> show());
        viewModel.seen().subscribe(now -> show());
    }

    private Node nearest() {
        var pane = new NeighboursPane(viewModel.neighbours());
        var waiting = sentence();
        waiting.setText(messages.get("nearest.live"));
        viewModel.seen().subscribe(now -> {
            boolean live = viewModel.readsWithLiveRun();
            waiting.setVisible(live);
            waiting.setManaged(live);
            pane.setVisible(!live);
            pane.setManaged(!live);
        });
        return new VBox(waiting, pane);
    }

    private static Label sentence() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("caption");
        return label;
    }

    private void show() {
        page.getChildren().setAll(viewModel.seen().get() == null ? nothing : pages.get(viewModel.aspect().get()));
    }
}
