package inkbench.desktop.data.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.app.findings.SameImages;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.data.findings.DuplicatesViewModel.Which;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Images that are the same, a line for each group, and where all images of the chosen group are. */
final class DuplicatesPane extends HBox {
    /** Eight times a digit of MNIST. */
    private static final double LARGE_EDGE = 224;
    /** So many images of a group get a line of their own. */
    private static final int LISTED = 100;

    private final Messages messages = Messages.of(DuplicatesPane.class);
    private final FindingsViewModel findings;
    private final DuplicatesViewModel viewModel;
    private final HBox header = new HBox(8);
    private final Label summary = new Label();
    private final Button back = new Button(null, new FontIcon("fth-arrow-left"));
    private final Segments<Which> which;
    private final FindingsTable<SameImages> table;
    private final VBox details;
    private final DigitImage large = new DigitImage(LARGE_EDGE);
    private final Label labels = new Label();
    private final VBox places = new VBox(2);

    DuplicatesPane(FindingsViewModel findings, CompareMenu compare, Session session, Exports exports) {
        super(16);
        this.findings = findings;
        viewModel = findings.duplicates();
        which = which();
        table = new FindingsTable<>(
                "duplicates",
                messages.get("duplicates.table"),
                viewModel::look,
                group -> findings.goTo(group.positions()[0]));
        table.addImages(
                unused -> new ThumbnailCell<>(
                        group -> viewModel.shown().images(),
                        group -> group.positions()[0],
                        viewModel::places));
        table.add("labels", 96, false, Comparator.comparing(viewModel::labels), viewModel::labels);
        table.define("labels");
        table.add("count", 64, true, Comparator.comparingInt(SameImages::count), group -> count(group.count()));
        table.add(
                "places",
                480,
                false,
                Comparator.comparingInt(group -> group.positions()[0]),
                viewModel::places);
        exports.installLater(table.view(), () -> "duplicates-" + session.data().get().name(), this::csv);
        setHgrow(table, Priority.ALWAYS);
        details = details();
        getChildren().addAll(table, details);
        fillHeader(compare);
        table.view().getSelectionModel().selectedItemProperty().subscribe(this::choose);
        viewModel.listing().subscribe(listing -> show());
        viewModel.looking().subscribe(looking -> show());
        show();
    }

    /** What stands beside the choice of what is looked at. */
    HBox header() {
        return header;
    }

    private void fillHeader(CompareMenu compare) {
        summary.setId("duplicates-summary");
        summary.getStyleClass().add("caption");
        back.setId("compare-back");
        back.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_ICON, Styles.FLAT);
        back.setAccessibleText(messages.get("compare.back"));
        back.setTooltip(new Tooltip(messages.get("compare.back")));
        back.setOnAction(event -> viewModel.showOwn());
        var busy = new ProgressIndicator();
        busy.setMinSize(16, 16);
        busy.setPrefSize(16, 16);
        busy.visibleProperty().bind(viewModel.looking());
        busy.managedProperty().bind(busy.visibleProperty());
        var space = new Region();
        setHgrow(space, Priority.ALWAYS);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().addAll(which, back, busy, summary, space, compare);
    }

    private Segments<Which> which() {
        var choice = new Segments<>(
                List.of(Which.values()),
                groups -> messages.get("which." + groups),
                viewModel.which());
        choice.getButtons().forEach(button -> {
            var groups = (Which) button.getUserData();
            button.setId("which-" + groups.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
        });
        return choice;
    }

    private VBox details() {
        labels.getStyleClass().add("detail-title");
        labels.setId("duplicates-labels");
        var scroller = new ScrollPane(places);
        scroller.setFitToWidth(true);
        scroller.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroller, Priority.ALWAYS);
        var box = new VBox(8, large, labels, scroller);
        box.getStyleClass().add("image-details");
        box.setMinWidth(LARGE_EDGE + 64);
        box.setPrefWidth(LARGE_EDGE + 64);
        return box;
    }

    private void show() {
        var shown = viewModel.shown();
        boolean compared = viewModel.compared().get() != null;
        setShown(back, compared);
        setShown(which, !compared && shown != null && !shown.groups().isEmpty());
        setShown(details, !viewModel.rows().isEmpty());
        summary.setText(viewModel.summary());
        table.show(viewModel.rows(), viewModel.emptyText(), viewModel.waitsToBeAsked(), false);
        choose();
    }

    private void choose() {
        var group = table.chosen();
        boolean chosen = group != null && viewModel.shown() != null;
        large.setVisible(chosen);
        places.getChildren().clear();
        labels.getStyleClass().setAll("label", chosen ? "detail-title" : "caption");
        if (!chosen) {
            labels.setText(viewModel.rows().isEmpty() ? "" : messages.get("details.none"));
            return;
        }
        large.show(viewModel.shown().images(), group.positions()[0]);
        large.setAccessibleText(viewModel.places(group));
        labels.setText(messages.get("column.label") + " " + viewModel.labels(group));
        findings.images().selected().set(group.positions()[0]);
        var lines = new ArrayList<Node>();
        for (int i = 0; i < Math.min(LISTED, group.count()); i++) {
            lines.add(line(group, i));
        }
        if (group.count() > LISTED) {
            lines.add(new Label(messages.get("places.more", group.count() - LISTED)));
        }
        places.getChildren().setAll(lines);
    }

    private Node line(SameImages group, int at) {
        var words = viewModel.describe(group, at);
        if (at >= group.positions().length) {
            return new Label(words);
        }
        var link = new Hyperlink(words);
        link.setOnAction(event -> findings.goTo(group.positions()[at]));
        return Hints.on(link, messages.get("go"));
    }

    private Callable<String> csv() {
        return viewModel.csv(table.inOrder());
    }

    private String count(int images) {
        return messages.get("count", images);
    }

    private static void setShown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
