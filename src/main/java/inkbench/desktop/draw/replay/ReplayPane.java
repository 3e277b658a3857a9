package inkbench.desktop.draw.replay;

import java.text.NumberFormat;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.desktop.draw.pad.InkPicture;
import inkbench.ink.Drawing;
import inkbench.model.Prediction;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The drawing as it was at some point, with a slider over all points and the probabilities along them. */
public final class ReplayPane extends VBox {
    private static final double EDGE = 72;
    private static final double CHART_HEIGHT = 150;

    private final Messages messages = Messages.of(ReplayPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final ReplayViewModel viewModel;
    private final InkPicture picture = new InkPicture(EDGE, false);
    private final Label answer = new Label();
    private final Label place = new Label();
    private final Slider slider = new Slider(1, 2, 1);
    private final ReplayChart chart;
    private final ChartPane chartPane;

    /** A replay that follows the drawing. */
    public ReplayPane(ReplayViewModel viewModel, Theme theme) {
        super(8);
        this.viewModel = viewModel;
        setId("replay");
        chart = new ReplayChart(theme);
        chartPane = new ChartPane(chart, "replay-chart");
        chartPane.setMinHeight(CHART_HEIGHT);
        chartPane.setPrefHeight(CHART_HEIGHT);
        chartPane.setAccessibleText(messages.get("chart.title"));
        answer.setId("replay-answer");
        answer.getStyleClass().add("small-figure");
        place.getStyleClass().add("caption");
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        slider.setId("replay-slider");
        slider.setAccessibleText(messages.get("slider"));
        slider.setBlockIncrement(1);
        slider.valueProperty()
                .addListener((source, before, now) -> viewModel.position().set((int) Math.round(now.doubleValue())));
        var words = new VBox(4, answer, place);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new HBox(12, picture, words), slider, chartPane);
        viewModel.replay().subscribe(this::begin);
        viewModel.position().subscribe(now -> show());
        theme.dark().subscribe(now -> chartPane.repaint());
    }

    private void begin(Replay replay) {
        slider.setDisable(replay == null);
        if (replay != null) {
            slider.setMax(Math.max(2, Replay.points(replay.drawing())));
            slider.setValue(viewModel.position().get());
        }
        show();
    }

    private void show() {
        var replay = viewModel.replay().get();
        int points = viewModel.position().get();
        chart.show(replay, points);
        chartPane.repaint();
        if (replay == null) {
            picture.show(Drawing.EMPTY);
            answer.setText("–");
            place.setText(messages.get("none"));
            return;
        }
        picture.show(Replay.begun(replay.drawing(), points));
        var prediction = new Prediction(replay.probabilities().get(replay.readingAt(points)));
        answer.setText(messages.get("answer", prediction.digit(), percent.format(prediction.confidence())));
        place.setText(messages.get("place", points, Replay.points(replay.drawing())));
    }
}
