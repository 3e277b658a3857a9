package inkbench.desktop.train.settings.view;

import java.util.List;

import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.train.settings.AugmentationPreview;
import inkbench.desktop.train.settings.RepeatForm;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.text.Messages;
import inkbench.training.recipe.Preset;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The network and how it is to learn. */
public final class SettingsPane extends VBox {
    private static final double WIDTH = 300;

    private final Messages messages = Messages.of(SettingsPane.class);
    private final SettingsForm form;

    /**
     * Makes the cards.
     *
     * @param locked
     *            whether nothing can be changed at the moment
     * @param editNetwork
     *            lets the user put a network together
     */
    public SettingsPane(
            SettingsForm form,
            AugmentationPreview preview,
            ObservableValue<Boolean> locked,
            Runnable editNetwork) {
        super(16);
        this.form = form;
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        var settings = settingsCard(preview);
        settings.disableProperty().bind(locked);
        getChildren().addAll(networkCard(locked, editNetwork), settings);
    }

    private VBox networkCard(ObservableValue<Boolean> locked, Runnable editNetwork) {
        var choice = new HBox();
        choice.disableProperty().bind(locked);
        var edit = Hints.on(new Button(messages.get("network.edit")), messages.get("network.edit.tip"));
        edit.setId("network-edit");
        edit.setOnAction(event -> editNetwork.run());
        edit.disableProperty().bind(locked);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(8, title("network.title"), space, edit);
        head.setAlignment(Pos.CENTER_LEFT);
        form.presets().subscribe(() -> fill(choice));
        fill(choice);
        var layers = new LayerTable();
        form.preset().subscribe(preset -> layers.show(preset.architecture()));
        return card(head, choice, layers);
    }

    private void fill(HBox holder) {
        var choice = new Segments<>(form.presets(), this::presetName, form.preset());
        choice.setId("network");
        holder.getChildren().setAll(choice);
    }

    private String presetName(Preset preset) {
        return form.given(preset) ? messages.get("preset." + preset.name()) : preset.name();
    }

    private VBox settingsCard(AugmentationPreview preview) {
        var reset = Hints.on(new Button(messages.get("settings.reset")), messages.get("settings.reset.tip"));
        reset.setId("settings-reset");
        reset.setOnAction(event -> form.reset());
        reset.disableProperty().bind(form.changed().not());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var fields = new FieldGrid(
                List.of(form.epochs(), form.batchSize(), form.learningRate(), form.validation(), form.seed()));
        var unused = fields.lookup("#settings-validation");
        unused.disableProperty().bind(form.repeat().kind().isEqualTo(RepeatForm.Kind.FOLDS));
        var head = new HBox(8, title("settings.title"), space, reset);
        head.setAlignment(Pos.CENTER_LEFT);
        return card(
                head,
                fields,
                new SchedulePane(form).fold(),
                new AugmentationPane(form, preview).fold(),
                new RegularizationPane(form).fold(),
                new RepeatPane(form).fold());
    }

    private Label title(String key) {
        var title = new Label(messages.get(key));
        title.getStyleClass().add("card-title");
        return title;
    }

    private static VBox card(Node... content) {
        var card = new VBox(12, content);
        card.getStyleClass().add("card");
        return card;
    }
}
