package inkbench.desktop.train;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.FitButton;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.SetChanges;
import inkbench.text.Messages;
import inkbench.training.recipe.Preset;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The network, its settings, and the buttons that start and stop a run. */
final class SettingsPane extends VBox {
    private static final double WIDTH = 300;

    private final Messages messages = Messages.of(SettingsPane.class);
    private final TrainViewModel viewModel;
    private final FitButton fit;

    SettingsPane(TrainViewModel viewModel, SetChanges changes) {
        super(16);
        this.viewModel = viewModel;
        fit = new FitButton(changes);
        fit.setId("train-fit");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        getChildren().addAll(networkCard(), settingsCard());
    }

    private VBox networkCard() {
        var form = viewModel.form();
        var choice = new Segments<>(form.presets(), this::presetName, form.preset());
        choice.setId("network");
        var layers = new LayerTable();
        form.preset().subscribe(preset -> layers.show(preset.architecture()));
        return card(title("network.title"), choice, layers);
    }

    private String presetName(Preset preset) {
        return messages.get("preset." + preset.name());
    }

    private VBox settingsCard() {
        var form = viewModel.form();
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
        fields.disableProperty().bind(viewModel.state().isNotEqualTo(TrainViewModel.State.IDLE));
        return card(title("settings.title"), fields, buttons(), objection(), fit);
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

    private HBox buttons() {
        var train = new Button(messages.get("train.start"));
        train.setId("train-start");
        train.getStyleClass().add(Styles.ACCENT);
        train.setDefaultButton(true);
        train.setOnAction(event -> viewModel.start());
        var idle = viewModel.state().isEqualTo(TrainViewModel.State.IDLE);
        train.disableProperty().bind(idle.not().or(viewModel.objection().isNotNull()));
        var startHint = Bindings.createStringBinding(
                () -> viewModel.state().get() != TrainViewModel.State.IDLE
                        ? messages.get("train.start.running")
                        : viewModel.objection().get() != null
                                ? viewModel.objection().get()
                                : messages.get("train.start.tip"),
                viewModel.state(),
                viewModel.objection());

        var stop = new Button(messages.get("train.stop"));
        stop.setId("train-stop");
        stop.setOnAction(event -> viewModel.stop());
        stop.disableProperty().bind(viewModel.state().isNotEqualTo(TrainViewModel.State.RUNNING));
        var stopHint = viewModel.state().map(state -> messages.get("train.stop." + state.name()));
        return new HBox(8, Hints.always(train, startHint), Hints.always(stop, stopHint));
    }

    /** Says what the fields can't: what is wrong with the data, or between the settings and the data. */
    private Label objection() {
        var label = problemLabel();
        label.setId("train-objection");
        viewModel.objection().subscribe(text -> {
            boolean ofField = viewModel.form().all().anyMatch(setting -> setting.problem().get() != null);
            boolean shown = text != null && !ofField;
            label.setText(shown ? text : "");
            label.setVisible(shown);
            label.setManaged(shown);
            fit.show(viewModel.fitSize());
        });
        return label;
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

    private static VBox card(javafx.scene.Node... content) {
        var card = new VBox(12, content);
        card.getStyleClass().add("card");
        return card;
    }
}
