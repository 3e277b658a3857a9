package inkbench.desktop.draw.explanation;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.common.image.DigitImage;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The drawing among the images of the open set; the image under the pointer, or by the arrow keys, is shown below. */
final class MapPane extends VBox {
    private static final double HEIGHT = 280;
    private static final double EDGE = 56;
    /** So many of the nearest points say where the drawing lies. */
    private static final int AROUND = 20;

    private final Messages messages = Messages.of(MapPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final MapViewModel viewModel;
    private final MapChart chart;
    private final ChartPane chartPane;
    private final Label words = caption();
    private final DigitImage image = new DigitImage(EDGE);
    private final Label imageWords = caption();
    /** Images from the nearest to the drawing on. */
    private List<Integer> order = List.of();
    private int rank = -1;

    MapPane(MapViewModel viewModel, Exports exports, Theme theme) {
        super(8);
        this.viewModel = viewModel;
        chart = new MapChart(theme);
        chartPane = new ChartPane(chart, "why-map-chart");
        chartPane.setId("why-map");
        chartPane.setMinHeight(HEIGHT);
        chartPane.setPrefHeight(HEIGHT);
        chartPane.setOnMouseMoved(
                event -> choose(
                        chart.nearest(event.getX(), event.getY(), chartPane.getWidth(), chartPane.getHeight())));
        chartPane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        exports.install(chartPane, () -> messages.get("file.map"));
        Hints.on(words, messages.get("map.tip"));
        words.setId("why-map-words");
        imageWords.setId("why-map-image-words");
        HBox.setHgrow(imageWords, Priority.ALWAYS);
        var below = new HBox(10, image, imageWords);
        below.setAlignment(Pos.CENTER_LEFT);
        var remark = caption();
        remark.setId("why-map-remark");
        remark.textProperty().bind(viewModel.remark());
        var map = new VBox(8, chartPane, words, below);
        map.visibleProperty().bind(viewModel.remark().isEmpty());
        map.managedProperty().bind(map.visibleProperty());
        remark.visibleProperty().bind(viewModel.remark().isNotEmpty());
        remark.managedProperty().bind(remark.visibleProperty());
        getChildren().addAll(remark, map);
        viewModel.plane().subscribe(now -> show());
        viewModel.place().subscribe(now -> show());
        theme.dark().subscribe(now -> chartPane.repaint());
    }

    private static Label caption() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("caption");
        return label;
    }

    private void show() {
        var plane = viewModel.plane().get();
        var place = plane == null ? null : viewModel.place().get();
        var seen = viewModel.seen().get();
        rank = -1;
        image.clear();
        imageWords.setText(messages.get("map.hint"));
        if (place == null || seen == null) {
            chart.show(plane, null, 0);
            order = List.of();
            words.setText("");
        } else {
            int digit = seen.answer().digit();
            chart.show(plane, place, digit);
            order = IntStream.range(0, plane.images().size())
                    .boxed()
                    .sorted(
                            Comparator.comparingDouble(
                                    i -> Math.hypot(plane.x(i) - place.x(), plane.y(i) - place.y())))
                    .toList();
            int around = Math.min(AROUND, order.size());
            long alike = order.stream().limit(around).filter(i -> plane.images().label(i) == digit).count();
            words.setText(
                    messages.get(
                            "map.words",
                            digit,
                            alike,
                            around,
                            plane.images().size(),
                            plane.images().name(),
                            percent.format(plane.share())));
        }
        chartPane.setAccessibleText(words.getText());
        chartPane.repaint();
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0 && !order.isEmpty()) {
            int next = Math.clamp(rank + step, 0, order.size() - 1);
            choose(order.get(next));
            rank = next;
            event.consume();
        }
    }

    private void choose(int chosen) {
        var plane = viewModel.plane().get();
        if (chosen < 0 || plane == null) {
            return;
        }
        rank = order.indexOf(chosen);
        chart.choose(chosen);
        chartPane.repaint();
        var images = plane.images();
        image.show(images, chosen);
        imageWords.setText(
                messages.get(
                        "map.image",
                        images.sourceIndex(chosen),
                        images.classNames().get(images.label(chosen))));
        image.setAccessibleText(imageWords.getText());
    }
}
