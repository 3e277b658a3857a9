package inkbench.desktop.train.live;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.chart.Curve;
import inkbench.desktop.common.chart.CurveChart;
import inkbench.desktop.common.chart.CurveMarks;
import inkbench.desktop.common.chart.Series;
import inkbench.desktop.common.chart.Series.Kind;
import inkbench.desktop.common.chart.Series.Role;
import inkbench.desktop.common.image.TilePictures;
import inkbench.explain.LayerPictures;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One of several closer looks at a run, below its curves. Only what is shown is asked for and painted. */
final class RunDetails extends VBox {
    /** What to look at. */
    enum Look {
        /** Learning rate and speed. */
        PACE,
        /** Gradients and updates of every layer. */
        LAYERS,
        /** What validation images are read as. */
        VALIDATION,
        /** Weights of the first layer. */
        FILTERS
    }

    private static final int MOST_FILTERS = 32;
    /** Each time the trainer copies all weights. */
    private static final long LAYERS_NANOS = 1_000_000_000;

    private final Messages messages = Messages.of(RunDetails.class);
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.PACE);
    private final CurveChart rate;
    private final CurveChart speed;
    private final CurveChart gradients;
    private final CurveChart updates;
    private final ValidationPane validation;
    private final TilePictures filters = new TilePictures(messages.get("filters.none"));
    private LayerPictures weights;
    private final StackPane shown = new StackPane();
    private final Map<Look, Region> looks = new EnumMap<>(Look.class);
    private RunMonitor monitor;
    private int layers;
    private long layersAsked = System.nanoTime() - LAYERS_NANOS;

    RunDetails(Exports exports) {
        super(8);
        getStyleClass().add("card");
        rate = chart("rate", exports);
        speed = chart("speed", exports);
        gradients = chart("gradients", exports);
        gradients.setLogarithmic(true);
        updates = chart("updates", exports);
        updates.setLogarithmic(true);
        validation = new ValidationPane(exports);
        filters.setId("filters");
        filters.setAccessibleText(messages.get("filters.none"));
        exports.install(filters, () -> messages.get("filters.file"), this::weightsCsv);
        looks.put(Look.PACE, new HBox(16, grown(rate), grown(speed)));
        looks.put(Look.LAYERS, new HBox(16, grown(gradients), grown(updates)));
        looks.put(Look.VALIDATION, validation);
        looks.put(Look.FILTERS, filters);
        var choice = new Segments<>(List.of(Look.values()), each -> messages.get("look." + each.name()), look);
        choice.setId("run-look");
        setVgrow(shown, Priority.ALWAYS);
        getChildren().addAll(choice, shown);
        look.subscribe(chosen -> {
            shown.getChildren().setAll(looks.get(chosen));
            refresh();
        });
    }

    /** Shows a run from now on. */
    void show(RunMonitor run) {
        monitor = run;
        layers = 0;
        rate.setSeries(List.of(line("rate", run.learningRate())));
        speed.setSeries(List.of(line("speed", run.speed())));
        showLayers();
        refresh();
    }

    /** Marks places on all curves. */
    void setMarks(CurveMarks marks) {
        List.of(rate, speed, gradients, updates).forEach(chart -> chart.setMarks(marks));
    }

    /** Shows what is new, which is not worth a processor's time as often as the curves above, and asks for more of it. */
    void refresh() {
        if (monitor == null) {
            return;
        }
        switch (look.get()) {
            case LAYERS -> {
                showLayers();
                askForLayers();
            }
            case VALIDATION -> validation.show(monitor.validated());
            case FILTERS -> showFilters();
            case PACE -> {
                rate.refresh();
                speed.refresh();
            }
        }
    }

    private void askForLayers() {
        long now = System.nanoTime();
        if (now - layersAsked >= LAYERS_NANOS) {
            layersAsked = now;
            monitor.askForLayers();
        }
    }

    private void showFilters() {
        weights = monitor.architecture()
                .flatMap(
                        network -> monitor.latestWeights()
                                .flatMap(latest -> LayerPictures.filters(network, latest, MOST_FILTERS)))
                .orElse(null);
        filters.show(weights, rate.pane().dark());
        filters.setAccessibleText(
                weights == null
                        ? messages.get("filters.none")
                        : messages.get("filters.described", weights.count(), weights.height(), weights.width(),
                                weights.largest()));
    }

    private String weightsCsv() {
        var names = "unit,row,column,weight";
        return weights == null ? names + "\n" : weights.csv(names);
    }

    private void showLayers() {
        if (layers != monitor.layers().size() || layers == 0) {
            layers = monitor.layers().size();
            var norms = new ArrayList<Series>();
            var ratios = new ArrayList<Series>();
            for (var layer : monitor.layers()) {
                var name = layerName(layer.layer(), norms.size() + 1);
                norms.add(new Series(name, Kind.BOLD, Role.of(norms.size()), layer.gradientNorm()));
                ratios.add(new Series(name, Kind.BOLD, Role.of(ratios.size()), layer.updateRatio()));
            }
            gradients.setSeries(norms);
            updates.setSeries(ratios);
        }
        gradients.refresh();
        updates.refresh();
    }

    /** By its kind, and its number among those that learn. */
    private String layerName(int layer, int number) {
        return monitor.architecture()
                .map(network -> messages.get("layer." + network.layers().get(layer).kind(), number))
                .orElseGet(() -> messages.get("layer", number));
    }

    private Series line(String key, Curve curve) {
        return new Series(messages.get("chart." + key), Kind.BOLD, Role.FIRST, curve);
    }

    private CurveChart chart(String key, Exports exports) {
        var numbers = NumberFormat.getNumberInstance();
        numbers.setMaximumFractionDigits(6);
        var chart = new CurveChart(messages.get("chart." + key), messages.get("chart.epoch"), Double.POSITIVE_INFINITY,
                numbers::format);
        chart.pane().setId(key + "-chart");
        exports.install(chart.pane(), () -> messages.get("chart." + key + ".file"));
        return chart;
    }

    private static Region grown(CurveChart chart) {
        HBox.setHgrow(chart.pane(), Priority.ALWAYS);
        chart.pane().setPrefSize(300, 180);
        return chart.pane();
    }
}
