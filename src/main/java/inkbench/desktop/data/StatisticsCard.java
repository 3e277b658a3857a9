package inkbench.desktop.data;

import java.util.Arrays;
import java.util.stream.Stream;

import inkbench.data.Dataset;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.ColourScaleLegend;
import inkbench.desktop.common.image.PixelTable;
import inkbench.statistics.PixelStatistic;
import inkbench.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Mean, median and standard deviation of every pixel of every digit as pictures. */
final class StatisticsCard extends VBox {
    /** Of the digits that are expected while nothing is open. */
    private static final int EDGE = 28;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Messages messages = Messages.of(StatisticsCard.class);
    private final DataViewModel viewModel;
    private final Theme theme;
    private final PixelTable table = new PixelTable();
    private final ColourScaleLegend legend = new ColourScaleLegend();
    private final Label reading = new Label();
    private final Label missing = new Label(messages.get("statistics.unlabelled"));

    StatisticsCard(DataViewModel viewModel, Theme theme) {
        super(8);
        this.viewModel = viewModel;
        this.theme = theme;
        getStyleClass().addAll("card", "statistics");
        var title = new Label(messages.get("statistics.title"));
        title.getStyleClass().add("card-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(8, title, space, legend);
        header.setAlignment(Pos.CENTER_LEFT);
        reading.getStyleClass().add("caption");
        reading.setId("statistics-reading");
        table.setId("statistics-table");
        missing.getStyleClass().add("caption");
        getChildren().addAll(header, table, missing, reading);
        viewModel.whole().subscribe(this::arrange);
        viewModel.statistics().subscribe(this::paint);
        viewModel.label().subscribe(this::markLabel);
        theme.dark().subscribe(dark -> paint());
        theme.intensities().subscribe(this::paint);
        table.pointed().subscribe(this::read);
        arrange();
        read();
    }

    /** What a picture is taken of and the keys work on. */
    PixelTable table() {
        return table;
    }

    private void arrange() {
        var images = viewModel.whole().get();
        boolean labelled = images == null || images.labelled();
        Stream.of(table, legend, reading).forEach(part -> {
            part.setVisible(labelled);
            part.setManaged(labelled);
        });
        missing.setVisible(!labelled);
        missing.setManaged(!labelled);
        if (labelled) {
            var rows = Arrays.stream(PixelStatistic.values())
                    .map(statistic -> messages.get("statistics." + statistic.name()))
                    .toList();
            if (images == null) {
                table.arrange(rows, Dataset.DIGITS, EDGE, EDGE);
            } else {
                table.arrange(rows, images.classNames(), images.width(), images.height());
            }
            markLabel();
            paint();
        }
    }

    private void paint() {
        var counted = viewModel.statistics().get();
        var scale = theme.intensities().get();
        boolean dark = theme.dark().get();
        legend.show(
                scale,
                dark,
                "0",
                messages.get("statistics.legend", DataViewModel.LARGEST_VALUE, DataViewModel.LARGEST_DEVIATION));
        var images = viewModel.whole().get();
        if (counted == null || images == null) {
            table.show(new int[0][][]);
            return;
        }
        var pictures = new int[PixelStatistic.values().length][images.classCount()][];
        for (var statistic : PixelStatistic.values()) {
            double largest = statistic == PixelStatistic.STANDARD_DEVIATION
                    ? DataViewModel.LARGEST_DEVIATION
                    : DataViewModel.LARGEST_VALUE;
            for (int label = 0; label < images.classCount(); label++) {
                pictures[statistic.ordinal()][label] = scale
                        .argb(counted.values(statistic, label), largest, dark);
            }
        }
        table.show(pictures);
        read();
    }

    private void markLabel() {
        var images = viewModel.whole().get();
        if (images == null || !images.labelled()) {
            return;
        }
        for (int label = 0; label < images.classCount(); label++) {
            table.columnName(label).pseudoClassStateChanged(CHOSEN, label == viewModel.label().get());
        }
    }

    private void read() {
        var pixel = table.pointed().get();
        boolean known = pixel != null && viewModel.statistics().get() != null;
        String text = known
                ? viewModel.describeStatistics(pixel.column(), pixel.y() * viewModel.whole().get().width() + pixel.x())
                : messages.get("statistics.hint");
        reading.setText(text);
        table.setAccessibleText(text);
    }
}
