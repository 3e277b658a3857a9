package inkbench.desktop.train;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.FitButton;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.SetChanges;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The buttons that start and stop a run, and why none can be started. */
final class RunPane extends VBox {
    private final Messages messages = Messages.of(RunPane.class);
    private final TrainViewModel viewModel;
    private final FitButton fit;

    RunPane(TrainViewModel viewModel, SetChanges changes) {
        super(12);
        this.viewModel = viewModel;
        fit = new FitButton(changes);
        fit.setId("train-fit");
        getChildren().addAll(buttons(), objection(), fit);
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
        var label = new Label();
        label.getStyleClass().add("problem");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
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
}
