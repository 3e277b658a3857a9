package inkbench.desktop.data.distribution;

import java.util.ArrayList;
import java.util.List;

import inkbench.app.browse.Browsing;
import inkbench.data.Dataset;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How many images each class has in every part: a row each; choosing one filters by its label. */
public final class DistributionCard extends VBox {
    private static final double WIDTH = 320;
    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    /** Counts from here on need wider columns. */
    private static final int LARGE_COUNT = 100_000;

    private final Messages messages = Messages.of(DistributionCard.class);
    private final DistributionViewModel viewModel;
    private final ImagesViewModel images;
    private final Session session;
    private final Label title = new Label();
    private final Label missing = new Label(messages.get("unlabelled"));
    private final VBox chart = new VBox();
    private final ScrollPane scroller = new ScrollPane(chart);
    private final List<DistributionRow> rows = new ArrayList<>();
    private DistributionHead head;

    /** A card that filters the images. */
    public DistributionCard(Browsing browsing, Session session, ImagesViewModel images, Exports exports) {
        super(8);
        this.session = session;
        this.images = images;
        viewModel = new DistributionViewModel(browsing, session, images);
        getStyleClass().add("card");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        title.getStyleClass().add("card-title");
        missing.getStyleClass().add("caption");
        missing.setWrapText(true);
        chart.getStyleClass().add("distribution");
        chart.setId("distribution");
        scroller.setFitToWidth(true);
        scroller.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroller, Priority.ALWAYS);
        exports.install(chart, () -> "distribution-" + session.data().get().name(), this::svg,
                viewModel::csv);
        getChildren().addAll(title, scroller);
        viewModel.distribution().subscribe(this::show);
        images.filter().subscribe(this::mark);
        session.theme().dark().subscribe(dark -> colour());
        show();
    }

    private String svg() {
        return new DistributionChart(title.getText(), viewModel.distribution().get(), images::partName).svg();
    }

    private void show() {
        var classes = viewModel.classes();
        boolean digits = classes.isEmpty() || classes.equals(Dataset.DIGITS);
        title.setText(messages.get(digits ? "title" : "title.classes"));
        getChildren().set(1, classes.isEmpty() ? missing : scroller);
        var parts = viewModel.parts();
        if (head == null || rows.size() != classes.size() || !head.parts().equals(parts)) {
            head = new DistributionHead(parts, images);
            rows.clear();
            for (int label = 0; label < classes.size(); label++) {
                rows.add(new DistributionRow(label, Math.max(1, parts.size()), images));
            }
            chart.getChildren().setAll(rows);
            chart.getChildren().addFirst(head);
            colour();
        }
        var counted = viewModel.distribution().get();
        double largest = viewModel.largestShare();
        for (int label = 0; label < rows.size(); label++) {
            if (counted == null) {
                rows.get(label).clear(classes.get(label));
            } else {
                rows.get(label).show(counted, label, parts, largest, viewModel.describe(label));
            }
        }
        chart.pseudoClassStateChanged(LARGE, viewModel.largestCount() >= LARGE_COUNT);
        chart.setDisable(counted == null);
        mark();
    }

    private void mark() {
        var chosen = images.filter().get().labels();
        rows.forEach(row -> row.mark(chosen.contains(row.label()), !chosen.isEmpty()));
    }

    private void colour() {
        rows.forEach(row -> row.colour(session.theme().dark().get()));
    }
}
