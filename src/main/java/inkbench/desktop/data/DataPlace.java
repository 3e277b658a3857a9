package inkbench.desktop.data;

import java.util.List;

import inkbench.app.DataLibrary;
import inkbench.app.Workbench;
import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.desktop.data.correction.CorrectionActions;
import inkbench.desktop.data.correction.CorrectionsViewModel;
import inkbench.desktop.data.distribution.DistributionCard;
import inkbench.desktop.data.export.ExportDialog;
import inkbench.desktop.data.findings.DataView;
import inkbench.desktop.data.findings.FindingsCard;
import inkbench.desktop.data.findings.FindingsViewModel;
import inkbench.desktop.data.grid.ImagesCard;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.desktop.data.split.SplitActions;
import inkbench.desktop.data.statistics.StatisticsCard;
import inkbench.desktop.data.summary.SummaryCard;
import inkbench.text.Messages;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is in the open set: how many of each digit, what they have in common, and every single image. */
public final class DataPlace implements Place {
    private static final double TOP_HEIGHT = 320;
    private static final double TOP_SHARE = 0.54;

    private final Messages messages = Messages.of(DataPlace.class);
    private final Workbench workbench;
    private final Session session;
    private final ExportDialog export;
    private final ImagesViewModel images;
    private final SetCorrections setCorrections;
    private final CorrectionsViewModel corrections;
    private StackPane view;
    private SplitActions splits;
    private FindingsCard found;

    public DataPlace(Workbench workbench, Session session) {
        this.workbench = workbench;
        this.session = session;
        export = new ExportDialog(workbench.export(), session);
        images = new ImagesViewModel(workbench.browsing(), session);
        // From the beginning: what is trained on has to be the corrected set, even if nobody has looked at it here.
        setCorrections = new SetCorrections(workbench.corrections(), session);
        corrections = new CorrectionsViewModel(setCorrections, images);
    }

    /** The corrections of the open set, which other places make as well. */
    public SetCorrections corrections() {
        return setCorrections;
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public String title() {
        return messages.get("place.title");
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new StackPane();
            var content = content();
            var empty = new EmptyState(messages.get("empty"), messages.get("empty.open"), this::openBuiltin);
            // While something is being opened, the cards stand there without content already.
            Runnable choose = () -> {
                boolean nothing = session.data().get() == null && session.jobs().isEmpty();
                view.getChildren().setAll(nothing ? empty : content);
            };
            session.data().subscribe(set -> choose.run());
            session.jobs().subscribe(choose);
        }
        return view;
    }

    @Override
    public List<Action> actions() {
        var split = new Action("data-split", messages.get("action.split"), SplitActions.KEYS, () -> {
            if (splits != null) {
                splits.ask();
            }
        });
        return List
                .of(split,
                        new Action("data-export", messages.get("action.export"), ExportDialog.KEYS, this::exportSet));
    }

    private void openBuiltin() {
        session.watch(workbench.data().open(DataLibrary.BUILTIN), session.data()::set);
    }

    private void exportSet() {
        if (view != null && view.getScene() != null) {
            export.show(view.getScene().getWindow());
        }
    }

    private VBox content() {
        var browsing = workbench.browsing();
        var exports = new Exports(workbench.files(), session);
        var summary = new SummaryCard(browsing, session, images, exports, this::exportSet);
        images.shown().subscribe(session.shown()::set);
        splits = new SplitActions(workbench.splits(), session, images, exports);
        summary.getChildren().add(splits);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        var statistics = new StatisticsCard(browsing, session, images, exports);
        HBox.setHgrow(statistics, Priority.ALWAYS);
        statistics.setMinWidth(0);
        var top = new HBox(16, new DistributionCard(browsing, session, images, exports), statistics);
        top.setMinHeight(0);
        top.setPrefHeight(TOP_HEIGHT);
        var findings = new FindingsViewModel(workbench.findings(), session, images);
        var grid = new ImagesCard(session, images, corrections, exports, FindingsCard.viewSwitch(findings));
        grid.setMinHeight(0);
        var split = new SplitPane(top, grid);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(TOP_SHARE);
        split.getStyleClass().add("split-cards");
        SplitPane.setResizableWithParent(top, false);
        VBox.setVgrow(split, Priority.ALWAYS);
        var content = new VBox(16, summary, split);
        new CorrectionActions(corrections).installUndoOn(content);
        grid.enlarged().subscribe((before, enlarged) -> {
            // The image takes the room of all cards, and gives it back as it was.
            split.getItems().remove(grid);
            content.getChildren().setAll(enlarged ? List.of(grid) : List.of(summary, split));
            VBox.setVgrow(grid, Priority.ALWAYS);
            if (!enlarged) {
                split.getItems().add(grid);
                split.setDividerPositions(TOP_SHARE);
            }
        });
        findings.view().subscribe((before, now) -> {
            if (before == DataView.IMAGES) {
                // A list wants room, and has its own means to compare with.
                grid.enlarged().set(false);
                if (found == null) {
                    found = new FindingsCard(workbench, session, findings, corrections, exports);
                    VBox.setVgrow(found, Priority.ALWAYS);
                }
                content.getChildren().setAll(summary, found);
                found.focusSwitch();
            } else if (now == DataView.IMAGES) {
                content.getChildren().setAll(summary, split);
                grid.focusImages();
            }
        });
        return content;
    }
}
