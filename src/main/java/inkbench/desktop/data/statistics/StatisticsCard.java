package inkbench.desktop.data.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

import atlantafx.base.theme.Styles;
import inkbench.app.browse.Browsing;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.Theme;
import inkbench.app.picture.ColourScale;
import inkbench.desktop.common.image.ColourScaleLegend;
import inkbench.desktop.common.image.PixelTable;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.PixelStatistic;
import inkbench.text.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What the images that are looked at have in common, pixel by pixel, as pictures. */
public final class StatisticsCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<ColourScale> SCALES = List.of(ColourScale.VIRIDIS, ColourScale.CIVIDIS, ColourScale.GREY);
    private static final double MINUS_TO_PLUS = 0.5;

    private final Messages messages = Messages.of(StatisticsCard.class);
    private final StatisticsViewModel viewModel;
    private final ImagesViewModel images;
    private final Theme theme;
    private final PixelTable table = new PixelTable();
    private final ColourScaleLegend legend = new ColourScaleLegend();
    private final Label reading = new Label();

    /** A card that follows the filter of the images. */
    public StatisticsCard(Browsing browsing, Session session, ImagesViewModel images, Exports exports) {
        super(8);
        this.images = images;
        theme = session.theme();
        viewModel = new StatisticsViewModel(browsing, session, images);
        getStyleClass().addAll("card", "statistics");
        reading.getStyleClass().add("caption");
        reading.setId("statistics-reading");
        reading.setMinWidth(0);
        table.setId("statistics-table");
        exports.installLater(table, () -> "statistics-" + session.data().get().name(), viewModel::csv);
        var scroller = new ScrollPane(table);
        scroller.setFitToWidth(true);
        scroller.setFitToHeight(true);
        scroller.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroller, Priority.ALWAYS);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var footer = new HBox(12, reading, space, scales(), legend);
        footer.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header(), scroller, footer);
        viewModel.sheet().subscribe(this::show);
        images.filter().subscribe(this::markLabels);
        theme.dark().subscribe(dark -> paint());
        theme.intensities().subscribe(this::paint);
        table.pointed().subscribe(this::read);
        show();
    }

    private HBox header() {
        var title = new Label(messages.get("title"));
        title.getStyleClass().add("card-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        var views = new Segments<>(
                List.of(StatisticsView.values()),
                view -> messages.get("view." + view.name()),
                viewModel.view());
        views.setId("statistics-views");
        views.getButtons().forEach(button -> {
            var view = (StatisticsView) button.getUserData();
            button.setId("statistics-" + view.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(Region.USE_PREF_SIZE);
            Hints.on(button, messages.get("define." + view.name()));
        });
        var first = classChoice(viewModel.first(), "first");
        var second = classChoice(viewModel.second(), "second");
        var minus = new Label("−");
        var pair = new HBox(4, first, minus, second);
        pair.setAlignment(Pos.CENTER_LEFT);
        viewModel.view().subscribe(view -> {
            pair.setVisible(view == StatisticsView.DIFFERENCE);
            pair.setManaged(pair.isVisible());
        });
        var header = new HBox(12, title, views, pair);
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private ComboBox<ColourScale> scales() {
        var scales = new ComboBox<ColourScale>();
        scales.setId("statistics-scale");
        scales.getStyleClass().add(Styles.SMALL);
        scales.setMinWidth(Region.USE_PREF_SIZE);
        scales.getItems().setAll(SCALES);
        scales.setConverter(words(scale -> messages.get("scale." + scale.name())));
        scales.valueProperty().bindBidirectional(theme.intensities());
        scales.setAccessibleText(messages.get("scale"));
        return Hints.on(scales, messages.get("scale"));
    }

    private ComboBox<Integer> classChoice(IntegerProperty chosen, String id) {
        var choice = new ComboBox<Integer>();
        choice.setId("difference-" + id);
        choice.getStyleClass().add(Styles.SMALL);
        choice.setAccessibleText(messages.get("difference." + id));
        // While another set comes, the label that was chosen of the one before is shown once more.
        choice.setConverter(words(label -> label < viewModel.classes().size() ? viewModel.classes().get(label) : ""));
        images.collection().subscribe(all -> {
            var labels = IntStream.range(0, viewModel.classes().size()).boxed().toList();
            choice.getItems().setAll(labels);
            choice.setValue(chosen.get());
        });
        chosen.subscribe(label -> choice.setValue(label.intValue()));
        choice.valueProperty().subscribe(label -> {
            if (label != null) {
                chosen.set(label);
            }
        });
        return choice;
    }

    private void show() {
        var sheet = viewModel.sheet().get();
        table.arrange(sheet.rowNames(), sheet.names(), sheet.columns(), viewModel.width(), viewModel.height());
        markLabels();
        paint();
    }

    private void paint() {
        var sheet = viewModel.sheet().get();
        boolean known = sheet.rows().stream().flatMap(List::stream).allMatch(picture -> picture.values().length > 0);
        table.show(
                known
                        ? sheet.rows()
                                .stream()
                                .map(row -> row.stream().map(this::colours).toArray(int[][]::new))
                                .toArray(int[][][]::new)
                        : new int[0][][]);
        showLegend();
        read();
    }

    private int[] colours(Sheet.Picture picture) {
        boolean dark = theme.dark().get();
        if (!picture.signed()) {
            return theme.intensities().get().argb(picture.values(), picture.largest(), dark);
        }
        return Arrays.stream(picture.values())
                .mapToInt(
                        value -> ColourScale.DIVERGING
                                .argb(MINUS_TO_PLUS + MINUS_TO_PLUS * value / picture.largest(), dark))
                .toArray();
    }

    private void showLegend() {
        boolean dark = theme.dark().get();
        var scale = theme.intensities().get();
        var view = viewModel.view().get();
        var last = viewModel.sheet().get().rows().getLast().getLast();
        if (last.signed()) {
            var end = messages.get("legend", last.largest());
            legend.show(ColourScale.DIVERGING, dark, "−" + end, "+" + end);
        } else if (view == StatisticsView.OVERVIEW) {
            legend.show(
                    scale,
                    dark,
                    "0",
                    messages.get(
                            "legend.OVERVIEW",
                            PixelStatistic.MEAN.largest(),
                            PixelStatistic.STANDARD_DEVIATION.largest()));
        } else {
            var key = view == StatisticsView.ENTROPY ? "legend.ENTROPY" : "legend";
            legend.show(scale, dark, "0", messages.get(key, last.largest()));
        }
    }

    private void markLabels() {
        var sheet = viewModel.sheet().get();
        var labels = images.filter().get().labels();
        for (int row = 0; row < sheet.rows().size(); row++) {
            for (int column = 0; sheet.named().get(row) && column < sheet.rows().get(row).size(); column++) {
                boolean chosen = labels.contains(sheet.rows().get(row).get(column).label());
                table.pictureName(row, column).pseudoClassStateChanged(CHOSEN, chosen);
            }
        }
    }

    private void read() {
        var pixel = table.pointed().get();
        boolean known = pixel != null && viewModel.statistics().get() != null;
        String text = known
                ? viewModel.describe(pixel.row(), pixel.column(), pixel.y() * viewModel.width() + pixel.x())
                : messages.get("hint");
        reading.setText(text);
        table.setAccessibleText(text);
    }

    private static <T> StringConverter<T> words(Function<T, String> of) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : of.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Nobody types here");
            }
        };
    }
}
