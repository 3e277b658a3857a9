package inkbench.desktop.data.summary;

import inkbench.app.browse.Browsing;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Figure;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the open set is, in one line: how many images of what size, how many classes, its hash and where it came from. */
public final class SummaryCard extends HBox {
    private static final int SHOWN_OF_HASH = 12;

    private final Messages messages = Messages.of(SummaryCard.class);
    private final SummaryViewModel viewModel;
    private final Label name = new Label();
    private final Label parts = new Label();
    private final Figure images = figure("images");
    private final Figure size = figure("size");
    private final Figure classes = figure("classes");
    private final Figure hash = figure("hash");
    private final Label source = new Label();
    private final Tooltip sourceHint = new Tooltip();

    /**
     * A card that follows what is open.
     *
     * @param exportSet
     *            lets the user write the whole set
     */
    public SummaryCard(
            Browsing browsing,
            Session session,
            ImagesViewModel images,
            Exports exports,
            Runnable exportSet) {
        super(32);
        viewModel = new SummaryViewModel(browsing, session, images);
        getStyleClass().addAll("card", "summary");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setId("summary");
        name.getStyleClass().add("card-title");
        parts.getStyleClass().add("caption");
        parts.setId("summary-parts");
        var title = new VBox(name, parts);
        title.setMinWidth(USE_PREF_SIZE);
        var from = source();
        HBox.setHgrow(from, Priority.ALWAYS);
        getChildren().addAll(title, this.images, size, classes, hash, from);
        exports.installLater(this, () -> "summary-" + session.data().get().name(), viewModel::csv,
                exportItem(exportSet));
        viewModel.set().subscribe(this::show);
        viewModel.origin().subscribe(this::showOrigin);
        show();
        showOrigin();
    }

    private MenuItem exportItem(Runnable exportSet) {
        var item = new MenuItem(messages.get("export"));
        item.setOnAction(event -> exportSet.run());
        return item;
    }

    private Figure figure(String key) {
        var figure = new Figure(messages.get(key), false, messages.get(key));
        figure.setId("summary-" + key);
        return figure;
    }

    /** A path may be long, and then ends in an ellipsis, as no figure may. */
    private VBox source() {
        source.setId("summary-source");
        source.getStyleClass().add("small-figure");
        source.setMinWidth(0);
        var caption = new Label(messages.get("source"));
        caption.getStyleClass().add("caption");
        sourceHint.setWrapText(true);
        sourceHint.setMaxWidth(360);
        var box = new VBox(source, caption);
        box.setAlignment(Pos.BOTTOM_LEFT);
        box.setMinWidth(0);
        Tooltip.install(box, sourceHint);
        return box;
    }

    private void show() {
        var set = viewModel.set().get();
        name.setText(set == null ? "" : set.name());
        parts.setText(set == null ? "" : viewModel.parts());
        if (set == null) {
            images.show(null);
            size.show(null);
            classes.show(null);
            return;
        }
        images.show(messages.get("count", set.size()));
        images.define(messages.get("images.define"));
        size.show(messages.get("size.value", set.width(), set.height()));
        size.define(messages.get("size.define"));
        boolean labelled = set.first().labelled();
        classes.show(labelled ? messages.get("count", set.first().classCount()) : null);
        classes.define(
                labelled
                        ? messages.get("classes.define", String.join(" ", set.first().classNames()))
                        : messages.get("classes.none"));
    }

    private void showOrigin() {
        var origin = viewModel.origin().get();
        if (origin == null) {
            hash.show(null);
            hash.define(messages.get("hash.pending"));
            source.setText(messages.get("none"));
            sourceHint.setText(messages.get("source"));
            return;
        }
        hash.show(origin.sha256().substring(0, SHOWN_OF_HASH) + "…");
        hash.define(messages.get("hash.define", origin.sha256()));
        var sources = String.join(", ", origin.sources());
        source.setText(sources);
        sourceHint.setText(messages.get("source.define", sources));
    }
}
