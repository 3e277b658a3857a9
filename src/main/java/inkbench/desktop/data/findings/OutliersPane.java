package inkbench.desktop.data.findings;

import java.util.Comparator;
import java.util.function.Function;

import atlantafx.base.theme.Styles;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.data.correction.CorrectionActions;
import inkbench.desktop.data.correction.CorrectionsViewModel;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.Outliers.Outlier;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Images that are far from the mean of their class, a line each, and the chosen one beside the means. */
final class OutliersPane extends HBox {
    /** Four times a digit of MNIST. */
    private static final double EDGE = 112;

    private final Messages messages = Messages.of(OutliersPane.class);
    private final FindingsViewModel findings;
    private final OutliersViewModel viewModel;
    private final HBox header = new HBox(8);
    private final Label summary = new Label();
    private final FindingsTable<Outlier> table;
    private final VBox details;
    private final DigitImage image = new DigitImage(EDGE);
    private final DigitImage own = new DigitImage(EDGE);
    private final DigitImage nearest = new DigitImage(EDGE);
    private final Label ownName = new Label();
    private final Label nearestName = new Label();
    private final VBox nearestBox = titled(nearestName, nearest);
    private final HBox pictures = new HBox(8);
    private final Label title = new Label();
    private final Label explanation = new Label();
    private final Button go = new Button(messages.get("go"));

    OutliersPane(
            FindingsViewModel findings,
            CorrectionsViewModel corrections,
            Session session,
            Exports exports) {
        super(16);
        this.findings = findings;
        viewModel = findings.outliers();
        table = new FindingsTable<>(
                "outliers",
                messages.get("outliers.table"),
                viewModel::look,
                this::goTo);
        addColumns();
        var actions = new CorrectionActions(corrections);
        exports.installLater(
                table.view(),
                () -> "outliers-" + session.data().get().name(),
                () -> viewModel.csv(table.inOrder()),
                actions::menuItems);
        actions.installOn(table.view());
        setHgrow(table, Priority.ALWAYS);
        details = details();
        getChildren().addAll(table, details);
        summary.setId("outliers-summary");
        summary.getStyleClass().add("caption");
        var busy = new ProgressIndicator();
        busy.setMinSize(16, 16);
        busy.setPrefSize(16, 16);
        busy.visibleProperty().bind(viewModel.looking());
        busy.managedProperty().bind(busy.visibleProperty());
        header.setAlignment(Pos.CENTER_LEFT);
        header.getChildren().addAll(busy, summary);
        table.view().getSelectionModel().selectedItemProperty().subscribe(this::choose);
        viewModel.found().subscribe(found -> show());
        viewModel.looking().subscribe(looking -> show());
        show();
    }

    /** What stands beside the choice of what is looked at. */
    HBox header() {
        return header;
    }

    private void addColumns() {
        table.addImages(
                unused -> new ThumbnailCell<>(
                        outlier -> viewModel.found().get().images(),
                        Outlier::place,
                        viewModel::place));
        table.add("places", 104, false, Comparator.comparingInt(Outlier::place), viewModel::place);
        table.add(
                "label",
                64,
                false,
                Comparator.comparingInt(Outlier::label),
                outlier -> viewModel.className(outlier.label()));
        addFigure("score", Comparator.comparingDouble(Outlier::score), Outlier::score);
        addFigure("distance", Comparator.comparingDouble(Outlier::distance), Outlier::distance);
        table.add(
                "nearest",
                120,
                false,
                Comparator.comparingInt(Outlier::nearest),
                outlier -> viewModel.className(outlier.nearest()));
        table.define("nearest");
        addFigure(
                "nearestDistance",
                Comparator.comparingDouble(Outlier::nearestDistance),
                Outlier::nearestDistance);
    }

    private void addFigure(
            String key,
            Comparator<Outlier> order,
            Function<Outlier, Float> figure) {
        table.add(key, key.equals("nearestDistance") ? 128 : 88, true, order, outlier -> {
            float value = figure.apply(outlier);
            return Float.isNaN(value) ? "–" : messages.get("figure", value);
        });
        if (!key.equals("nearestDistance")) {
            table.define(key);
        }
    }

    private VBox details() {
        title.setId("outlier-title");
        explanation.setId("outlier-explanation");
        explanation.getStyleClass().add("caption");
        explanation.setWrapText(true);
        var imageName = new Label(messages.get("details.image"));
        pictures.getChildren().addAll(titled(imageName, image), titled(ownName, own), nearestBox);
        go.setId("outlier-go");
        go.getStyleClass().add(Styles.SMALL);
        go.setOnAction(event -> goTo(table.chosen()));
        var box = new VBox(8, title, pictures, explanation, go);
        box.getStyleClass().add("image-details");
        box.setMinWidth(USE_PREF_SIZE);
        box.setPrefWidth(3 * EDGE + 2 * 8 + 20);
        return box;
    }

    private static VBox titled(Label name, DigitImage picture) {
        name.getStyleClass().add("caption");
        var box = new VBox(4, picture, name);
        box.setAlignment(Pos.TOP_CENTER);
        return box;
    }

    private void goTo(Outlier outlier) {
        int position = viewModel.position(outlier);
        if (position != ImagesViewModel.NONE) {
            findings.goTo(position);
        }
    }

    private void show() {
        summary.setText(viewModel.summary());
        details.setVisible(!viewModel.rows().isEmpty());
        details.setManaged(details.isVisible());
        table.show(viewModel.rows(), viewModel.emptyText(), viewModel.waitsToBeAsked(), true);
        choose();
    }

    private void choose() {
        var outlier = table.chosen();
        boolean chosen = outlier != null && viewModel.found().get() != null;
        pictures.setVisible(chosen);
        go.setVisible(chosen);
        title.getStyleClass().setAll("label", chosen ? "detail-title" : "caption");
        if (!chosen) {
            title.setText(viewModel.rows().isEmpty() ? "" : messages.get("details.none"));
            explanation.setText("");
            return;
        }
        findings.images().selected().set(viewModel.position(outlier));
        var images = viewModel.found().get().images();
        image.show(images, outlier.place());
        show(own, ownName, outlier.label());
        nearestBox.setVisible(outlier.nearest() >= 0);
        if (outlier.nearest() >= 0) {
            show(nearest, nearestName, outlier.nearest());
        }
        title.setText(viewModel.describe(outlier));
        explanation.setText(viewModel.explain(outlier));
        image.setAccessibleText(title.getText());
    }

    private void show(DigitImage picture, Label name, int label) {
        var images = viewModel.found().get().images();
        picture.showInk(viewModel.mean(label), images.width(), images.height());
        name.setText(messages.get("details.mean", viewModel.className(label)));
        picture.setAccessibleText(name.getText());
    }
}
