package inkbench.desktop.shell;

import java.io.File;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * What fills the window: the bars around the place that is shown. Only that place is in the scene graph, so that a change
 * of theme costs no more than what is seen.
 */
final class Shell extends StackPane {
    static final String STYLE_SHEET = Place.class.getResource("inkbench.css").toExternalForm();
    /** The place that shows a run. */
    private static final String RUN_PLACE = "train";

    private static final Duration BETWEEN_STEPS = Duration.millis(50);

    private final Rail rail;
    private final List<Place> places;
    private final StackPane content = new StackPane();
    private final Label dropHint = new Label(Messages.of(Shell.class).get("drop.hint"));
    private final TitleBar titleBar;
    private final ShellViewModel viewModel;
    private final Session session;
    private final Runnable openSettings;
    private final Set<Place> styled = new HashSet<>();

    Shell(
            ShellViewModel viewModel,
            CatalogViewModel catalog,
            Session session,
            List<Place> places,
            Runnable openSettings) {
        this.viewModel = viewModel;
        this.session = session;
        this.places = places;
        this.openSettings = openSettings;
        getStyleClass().add("shell");
        rail = new Rail(places);
        titleBar = new TitleBar(viewModel, catalog, session.theme(), openSettings);
        places.forEach(place -> place.actions().forEach(action -> titleBar.offer(at(place, action))));
        content.getStyleClass().add("shell-content");
        content.setMinSize(0, 0);
        dropHint.getStyleClass().add("drop-hint");
        dropHint.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        dropHint.setMouseTransparent(true);
        dropHint.setVisible(false);
        var frame = new BorderPane(content);
        frame.setTop(new VBox(titleBar, new OfferBar(catalog), new NoticeList(session), new ProblemBar(session)));
        frame.setLeft(rail);
        frame.setBottom(new StatusBar(new StatusViewModel(session), session, () -> session.place().set(RUN_PLACE)));
        getChildren().addAll(frame, dropHint);
        rail.chosen().addListener((observable, before, now) -> show(before, now));
        session.place().subscribe(wanted -> {
            if (wanted != null) {
                rail.choose(wanted);
            }
        });
        addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        addEventHandler(DragEvent.DRAG_EXITED, event -> dropHint.setVisible(false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    /** The same, at its place. */
    private Place.Action at(Place place, Place.Action action) {
        return new Place.Action(action.id(), action.name(), action.keys(), () -> {
            session.place().set(place.id());
            action.action().run();
        });
    }

    /** Gives a scene the style sheet and the keys that work everywhere in the window. */
    void dress(Scene scene) {
        scene.getStylesheets().add(STYLE_SHEET);
        var keys = scene.getAccelerators();
        for (int i = 0; i < places.size(); i++) {
            int number = i;
            keys.put(Rail.keys(i), () -> rail.choose(number));
        }
        keys.put(TitleBar.OPEN, titleBar::chooseFile);
        keys.put(TitleBar.TOGGLE_THEME, session.theme()::toggle);
        keys.put(TitleBar.SETTINGS, openSettings);
    }

    private void show(Place before, Place now) {
        if (before != null) {
            before.hidden();
        }
        content.getChildren().setAll(viewOf(now));
        session.place().set(now.id());
        now.shown();
    }

    private Node viewOf(Place place) {
        var view = place.view();
        if (styled.add(place)) {
            view.getStyleClass().addAll("place", "place-" + place.id());
        }
        return view;
    }

    /**
     * Builds the places that were not shown yet, one step at a time with pauses between, so that the first look at one costs
     * little more than the second. On the FX thread, although JavaFX lets scenes be made on others: a change of theme and the
     * layout of text reach into them there, and then fail here.
     *
     * @param whenDone
     *            runs after the last step
     */
    void prepare(Runnable whenDone) {
        var steps = new ArrayDeque<Runnable>();
        for (var place : places) {
            steps.add(() -> viewOf(place));
            steps.add(() -> dressOutOfSight(viewOf(place)));
        }
        var pause = new PauseTransition(BETWEEN_STEPS);
        pause.setOnFinished(event -> {
            steps.remove().run();
            if (steps.isEmpty()) {
                whenDone.run();
            } else {
                pause.playFromStart();
            }
        });
        pause.playFromStart();
    }

    private void dressOutOfSight(Node view) {
        if (view.getScene() != null) {
            return;
        }
        var stand = new StackPane(view);
        var scene = new Scene(stand, content.getWidth(), content.getHeight());
        scene.getStylesheets().setAll(getScene().getStylesheets());
        stand.applyCss();
        stand.layout();
        stand.getChildren().clear();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            dropHint.setVisible(true);
        }
        event.consume();
    }

    private void drop(DragEvent event) {
        dropHint.setVisible(false);
        var files = event.getDragboard().getFiles();
        viewModel.open(files.stream().map(File::toPath).toList());
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
