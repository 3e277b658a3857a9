package inkbench.desktop.train.settings.view;

import java.text.NumberFormat;
import java.util.List;

import inkbench.desktop.common.chart.Curve;
import inkbench.desktop.common.chart.CurveChart;
import inkbench.desktop.common.chart.Series;
import inkbench.desktop.train.settings.ScheduleForm;
import inkbench.desktop.train.settings.ScheduleForm.Kind;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.text.Messages;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** How the learning rate changes, with what comes of it. */
final class SchedulePane {
    /** The curve's shape hardly depends on how many batches an epoch has. */
    private static final int BATCHES_PER_EPOCH = 100;
    private static final double CHART_HEIGHT = 170;

    private final Messages messages = Messages.of(SchedulePane.class);
    private final SettingsForm form;
    private final FieldGrid fields = new FieldGrid(List.of());
    private final Label meaning = new Label();
    private final CurveChart chart;
    private final Fold fold;

    SchedulePane(SettingsForm form) {
        this.form = form;
        var number = NumberFormat.getNumberInstance();
        number.setMaximumFractionDigits(6);
        chart = new CurveChart(
                messages.get("schedule.rate"),
                messages.get("schedule.epoch"),
                Double.POSITIVE_INFINITY,
                number::format);
        chart.pane().setId("schedule-preview");
        chart.pane().setPrefHeight(CHART_HEIGHT);
        chart.pane().setMinHeight(CHART_HEIGHT);
        meaning.setWrapText(true);
        meaning.setMinHeight(Label.USE_PREF_SIZE);
        meaning.getStyleClass().add("text-muted");
        fold = new Fold("fold-schedule", choice(), meaning, fields, chart.pane());
        form.schedule().kind().subscribe(this::show);
        form.onChange(this::preview);
        preview();
    }

    Fold fold() {
        return fold;
    }

    private ComboBox<Kind> choice() {
        var choice = new ComboBox<Kind>();
        choice.setId("schedule-kind");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.getItems().setAll(Kind.values());
        choice.setAccessibleText(messages.get("schedule.choice"));
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Kind kind) {
                return kind == null ? "" : name(kind);
            }

            @Override
            public Kind fromString(String text) {
                throw new UnsupportedOperationException("Nothing can be typed");
            }
        });
        choice.valueProperty().bindBidirectional(form.schedule().kind());
        return choice;
    }

    private String name(Kind kind) {
        return messages.get("schedule." + kind.name());
    }

    private void show(Kind kind) {
        fold.setText(messages.get("schedule.title", name(kind)));
        meaning.setText(messages.get("schedule." + kind.name() + ".meaning"));
        fields.setAll(form.schedule().of(kind));
    }

    private void preview() {
        var recipe = form.recipe();
        var epochs = form.epochs().value();
        var curve = recipe.isPresent() && epochs.isPresent()
                ? ScheduleForm.preview(recipe.get(), epochs.get(), BATCHES_PER_EPOCH)
                : new Curve();
        chart.setSeries(
                List.of(new Series(messages.get("schedule.rate"), Series.Kind.BOLD, Series.Role.FIRST, curve)));
    }
}
