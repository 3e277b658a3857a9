package inkbench.desktop.train;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.FitButton;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.train.RunViewModel.State;
import inkbench.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
        var steps = steps();
        // They would be three buttons more than anybody who begins needs.
        steps.visibleProperty().bind(viewModel.run().state().map(state -> state != State.IDLE));
        steps.managedProperty().bind(steps.visibleProperty());
        getChildren().addAll(buttons(), steps, rate(), objection(), fit);
    }

    private HBox buttons() {
        var train = new Button(messages.get("train.start"));
        train.setId("train-start");
        train.getStyleClass().add(Styles.ACCENT);
        train.setDefaultButton(true);
        train.setOnAction(event -> viewModel.start());
        var idle = viewModel.run().state().isEqualTo(State.IDLE);
        train.disableProperty().bind(idle.not().or(viewModel.objection().isNotNull()));
        var startHint = Bindings.createStringBinding(
                () -> viewModel.run().state().get() != State.IDLE
                        ? messages.get("train.start.running")
                        : viewModel.objection().get() != null
                                ? viewModel.objection().get()
                                : messages.get("train.start.tip"),
                viewModel.run().state(),
                viewModel.objection());

        return new HBox(8, Hints.always(train, startHint), pause(), stop());
    }

    private Node pause() {
        var pause = new Button();
        pause.setId("train-pause");
        var waits = Bindings.createBooleanBinding(
                () -> viewModel.run().state().get() == State.PAUSED || viewModel.run().state().get() == State.PAUSING,
                viewModel.run().state());
        pause.textProperty()
                .bind(waits.map(resumes -> messages.get(resumes ? "train.resume" : "train.pause")));
        pause.setOnAction(event -> {
            if (waits.get()) {
                viewModel.run().resume();
            } else {
                viewModel.run().pause();
            }
        });
        // As wide as the wider of its texts, so that nothing moves.
        pause.setMinWidth(92);
        pause.disableProperty().bind(steerable().map(steerable -> !steerable));
        return Hints.always(pause, hint("train.pause."));
    }

    private Node stop() {
        var stop = new Button(messages.get("train.stop"));
        stop.setId("train-stop");
        stop.setOnAction(event -> viewModel.run().stop());
        stop.disableProperty().bind(steerable().map(steerable -> !steerable));
        return Hints.always(stop, hint("train.stop."));
    }

    private HBox steps() {
        var batch = new Button(messages.get("train.batch"));
        batch.setId("train-batch");
        batch.setOnAction(event -> viewModel.run().learnBatch());
        var epoch = new Button(messages.get("train.epoch"));
        epoch.setId("train-epoch");
        epoch.setOnAction(event -> viewModel.run().learnEpoch());
        batch.setMinWidth(USE_PREF_SIZE);
        epoch.setMinWidth(USE_PREF_SIZE);
        var waits = viewModel.run().state().map(state -> state != State.PAUSED);
        batch.disableProperty().bind(waits);
        epoch.disableProperty().bind(waits);
        var cancel = new Button(messages.get("train.cancel"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setId("train-cancel");
        cancel.setOnAction(event -> askToCancel());
        cancel.disableProperty().bind(steerable().map(steerable -> !steerable));
        return new HBox(4,
                Hints.always(batch, hint("train.batch.")),
                Hints.always(epoch, hint("train.epoch.")),
                Hints.always(cancel, hint("train.cancel.")));
    }

    private void askToCancel() {
        var drop = new ButtonType(messages.get("cancel.drop"), ButtonBar.ButtonData.OK_DONE);
        var keep = new ButtonType(messages.get("cancel.keep"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var question = new Alert(Alert.AlertType.CONFIRMATION, messages.get("cancel.text"), drop, keep);
        question.initOwner(getScene().getWindow());
        question.setTitle(messages.get("cancel.title"));
        question.setHeaderText(messages.get("cancel.header"));
        question.setGraphic(null);
        question.getDialogPane().getStylesheets().setAll(getScene().getStylesheets());
        question.setOnHidden(hidden -> {
            if (question.getResult() == drop) {
                viewModel.run().cancel();
            }
        });
        question.show();
    }

    private HBox rate() {
        var name = new Label(messages.get("train.rate"));
        var field = new TextField();
        field.setId("train-rate");
        field.setPrefColumnCount(6);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setAccessibleText(name.getText());
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        field.textProperty().bindBidirectional(viewModel.run().newRate().text());
        viewModel.run().newRate()
                .problem()
                .subscribe(problem -> field.pseudoClassStateChanged(Styles.STATE_DANGER, problem != null));
        var set = new Button(messages.get("train.rate.set"));
        set.setMinWidth(USE_PREF_SIZE);
        set.setId("train-rate-set");
        set.setOnAction(event -> viewModel.run().changeRate());
        field.setOnAction(event -> viewModel.run().changeRate());
        var locked = Bindings.createBooleanBinding(
                () -> !viewModel.run().state().get().steerable() || viewModel.run().newRate().problem().get() != null,
                viewModel.run().state(),
                viewModel.run().newRate().problem());
        set.disableProperty().bind(locked);
        var hint = Bindings.createStringBinding(
                () -> viewModel.run().newRate().problem().get() != null
                        ? viewModel.run().newRate().problem().get()
                        : messages.get("train.rate.tip"),
                viewModel.run().newRate().problem());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(8, name, space, field, Hints.always(set, hint));
        row.setAlignment(Pos.CENTER_LEFT);
        // Before a run, the rate of the settings is what counts.
        row.visibleProperty().bind(viewModel.run().state().map(state -> state != State.IDLE));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private ObservableValue<Boolean> steerable() {
        return viewModel.run().state().map(State::steerable);
    }

    private ObservableValue<String> hint(String prefix) {
        return viewModel.run().state().map(state -> messages.get(prefix + state.name()));
    }

    /** Says what the fields can't: what is wrong with the data, or between the settings and the data. */
    private Label objection() {
        var label = new Label();
        label.getStyleClass().add("problem");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setId("train-objection");
        viewModel.objection().subscribe(text -> {
            boolean ofField = viewModel.form().wrong();
            boolean shown = text != null && !ofField;
            label.setText(shown ? text : "");
            label.setVisible(shown);
            label.setManaged(shown);
            fit.show(viewModel.fitSize());
        });
        return label;
    }
}
