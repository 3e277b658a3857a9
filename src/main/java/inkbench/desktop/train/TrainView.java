package inkbench.desktop.train;

import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.FitButton;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.train.architecture.ArchitectureEditor;
import inkbench.desktop.train.architecture.ArchitectureFiles;
import inkbench.desktop.train.live.LiveView;
import inkbench.desktop.train.live.RunMonitor;
import inkbench.desktop.train.settings.view.SettingsPane;
import inkbench.text.Messages;
import inkbench.training.recipe.Preset;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Settings at the left, the run at the right: its figures above its curves. */
final class TrainView extends BorderPane {
    private static final double LEFT_WIDTH = 316;

    private final Messages messages = Messages.of(TrainView.class);
    private final TrainViewModel viewModel;
    private final SetChanges changes;
    private final ArchitectureFiles files;
    private final Session session;
    private final LiveView live;
    private final VBox right = new VBox(16);
    private final DivergenceCard diverged;

    TrainView(
            TrainViewModel viewModel,
            Exports exports,
            SetChanges changes,
            ArchitectureFiles files,
            Session session) {
        this.files = files;
        this.session = session;
        this.viewModel = viewModel;
        this.changes = changes;
        getStyleClass().add("place");
        setId("place-train");
        live = new LiveView(exports, viewModel.earlierRuns());
        diverged = new DivergenceCard(viewModel);
        VBox.setVgrow(live, Priority.ALWAYS);
        var settings = new ScrollPane(
                new SettingsPane(
                        viewModel.form(),
                        viewModel.augmentationPreview(),
                        viewModel.run().state().isNotEqualTo(RunViewModel.State.IDLE),
                        this::editNetwork));
        settings.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        settings.setFitToWidth(true);
        settings.getStyleClass().add("edge-to-edge");

        settings.setId("train-settings");
        var run = new RunPane(viewModel, changes);
        run.getStyleClass().add("card");
        // The buttons stay in sight, however much is unfolded above them.
        var left = new VBox(16, settings, run);
        VBox.setVgrow(settings, Priority.ALWAYS);
        left.setMinWidth(LEFT_WIDTH);
        left.setPrefWidth(LEFT_WIDTH);
        left.setMaxWidth(LEFT_WIDTH);
        setLeft(left);
        setCenter(right);
        right.setStyle("-fx-padding: 0 0 0 8;");

        viewModel.run().monitor().subscribe(this::showRun);
        viewModel.run().updates().subscribe(live::showCurves);
        viewModel.run().figureUpdates().subscribe(this::showFigures);
        viewModel.run().state().subscribe(this::showFigures);
        viewModel.run().testAccuracy().subscribe(this::showFigures);
        viewModel.run().note().subscribe(live::setNote);
        viewModel.objection().subscribe(() -> showRun(viewModel.run().monitor().get()));
    }

    private void editNetwork() {
        var form = viewModel.form();
        new ArchitectureEditor(
                form.preset().get().architecture(),
                form.presets().stream().map(Preset::architecture).toList(),
                files,
                session,
                getScene().getWindow(),
                form::useNetwork).show();
    }

    private void showRun(RunMonitor monitor) {
        if (monitor == null) {
            right.getChildren().setAll(diverged, emptyState());
            return;
        }
        right.getChildren().setAll(diverged, live);
        live.show(monitor);
        showFigures();
    }

    private EmptyState emptyState() {
        var state = viewModel.objection().get() == null
                ? new EmptyState(messages.get("empty.ready"), messages.get("train.start"), viewModel::start)
                : new EmptyState(viewModel.objection().get());
        state.getStyleClass().add("card");
        VBox.setVgrow(state, Priority.ALWAYS);
        state.setMaxHeight(Double.MAX_VALUE);
        if (viewModel.fitSize().isPresent()) {
            var fit = new FitButton(changes);
            fit.show(viewModel.fitSize());
            state.getChildren().add(fit);
        }
        return state;
    }

    private void showFigures() {
        live.showFigures(viewModel.run().timeLeft(), viewModel.run().elapsed(), viewModel.run().testAccuracy().get());
    }
}
