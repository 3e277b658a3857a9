package inkbench.desktop.train.settings;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.text.Messages;
import inkbench.training.recipe.Preset;
import javafx.beans.value.ObservableValue;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The network and how it is to learn. */
public final class SettingsPane extends VBox {
    private static final double WIDTH = 300;

    private final Messages messages = Messages.of(SettingsPane.class);
    private final SettingsForm form;
    private final ObservableValue<Boolean> locked;

    /**
     * Makes the cards.
     *
     * @param locked
     *            whether nothing can be changed at the moment
     * @param actions
     *            what to do with the settings, below them
     */
    public SettingsPane(SettingsForm form, ObservableValue<Boolean> locked, Node actions) {
        super(16);
        this.form = form;
        this.locked = locked;
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        getChildren().addAll(networkCard(), settingsCard(actions));
    }

    private VBox networkCard() {
        var choice = new Segments<>(form.presets(), this::presetName, form.preset());
        choice.setId("network");
        var layers = new LayerTable();
        form.preset().subscribe(preset -> layers.show(preset.architecture()));
        return card(title("network.title"), choice, layers);
    }

    private String presetName(Preset preset) {
        return messages.get("preset." + preset.name());
    }

    private VBox settingsCard(Node actions) {
        var fields = new GridPane();
        fields.setHgap(8);
        fields.setVgap(6);
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var values = new ColumnConstraints(110);
        values.setHalignment(HPos.RIGHT);
        fields.getColumnConstraints().setAll(names, values);
        addField(fields, "epochs", form.epochs());
        addField(fields, "batch", form.batchSize());
        addField(fields, "rate", form.learningRate());
        addField(fields, "validation", form.validationPercent());
        addField(fields, "seed", form.seed());
        fields.disableProperty().bind(locked);
        return card(title("settings.title"), fields, actions);
    }

    private void addField(GridPane fields, String key, Setting<?> setting) {
        // The grid's own count leaves out problems that are hidden.
        int row = fields.getChildren().size();
        var name = new Label(messages.get("settings." + key));
        var field = new TextField();
        field.setId("settings-" + key);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.textProperty().bindBidirectional(setting.text());
        name.setLabelFor(field);
        field.setAccessibleText(name.getText());
        Hints.on(name, messages.get("settings." + key + ".tip"));
        var problem = problemLabel();
        problem.setId("problem-" + key);
        problem.textProperty().bind(setting.problem());
        setting.problem().subscribe(text -> {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, text != null);
            field.setAccessibleHelp(text);
            problem.setVisible(text != null);
            problem.setManaged(text != null);
        });
        fields.addRow(row, name, field);
        fields.add(problem, 0, row + 1, 2, 1);
    }

    private static Label problemLabel() {
        var label = new Label();
        label.getStyleClass().add("problem");
        label.setWrapText(true);
        label.setMaxWidth(WIDTH - 34);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
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
