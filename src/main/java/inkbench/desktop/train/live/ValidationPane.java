package inkbench.desktop.train.live;

import java.text.NumberFormat;
import java.util.List;

import inkbench.desktop.common.Exports;
import inkbench.desktop.train.live.RunMonitor.ValidatedEpoch;
import inkbench.evaluation.comparison.PairedCounts;
import inkbench.text.Messages;
import inkbench.training.event.Confusions;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the validation images are read as, epoch by epoch: the newest until somebody goes back. */
final class ValidationPane extends HBox {
    private static final double SMALL = 0.0001;

    private final Messages messages = Messages.of(ValidationPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final ConfusionMap map = new ConfusionMap();
    private final Slider slider = new Slider(1, 1, 1);
    private final Label epoch = new Label();
    private final Label accuracy = new Label();
    private final Label changes = new Label();
    private List<ValidatedEpoch> epochs = List.of();
    private boolean following = true;

    ValidationPane(Exports exports) {
        super(16);
        percent.setMinimumFractionDigits(2);
        percent.setMaximumFractionDigits(2);
        slider.setId("validation-epoch");
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setAccessibleText(messages.get("validation.slider"));
        slider.valueProperty().subscribe(value -> choose());
        map.pane().setId("validation-map");
        exports.install(map.pane(), () -> messages.get("validation.file"));
        var cell = new Label();
        cell.setId("validation-cell");
        cell.setWrapText(true);
        cell.textProperty().bind(map.readOut());
        epoch.setId("validation-title");
        accuracy.getStyleClass().add("caption");
        changes.setId("validation-changes");
        changes.getStyleClass().add("caption");
        changes.setWrapText(true);
        changes.setMinHeight(USE_PREF_SIZE);
        var hint = new Label(messages.get("validation.colours"));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        var side = new VBox(8, epoch, slider, accuracy, changes, cell, hint);
        side.setAlignment(Pos.TOP_LEFT);
        side.setMinWidth(200);
        side.setPrefWidth(260);
        setHgrow(map.pane(), Priority.ALWAYS);
        getChildren().addAll(map.pane(), side);
    }

    /** Shows a run's epochs; call it again when there are more. */
    void show(List<ValidatedEpoch> validated) {
        boolean another = validated != epochs && !sameRun(validated);
        epochs = List.copyOf(validated);
        slider.setDisable(epochs.size() < 2);
        following |= another;
        slider.setMax(Math.max(1, epochs.size()));
        if (following) {
            slider.setValue(epochs.size());
        }
        choose();
    }

    private boolean sameRun(List<ValidatedEpoch> validated) {
        return epochs.isEmpty() || validated.size() >= epochs.size() && validated.getFirst() == epochs.getFirst();
    }

    private void choose() {
        int place = (int) Math.round(slider.getValue());
        if (epochs.isEmpty()) {
            epoch.setText(messages.get("validation.none"));
            accuracy.setText("");
            changes.setText("");
            map.show(null);
            return;
        }
        following = place >= epochs.size();
        int index = Math.clamp(place, 1, epochs.size()) - 1;
        var shown = epochs.get(index);
        epoch.setText(messages.get("validation.epoch", shown.epoch()));
        int right = 0;
        int all = 0;
        for (int truth = 0; truth < shown.confusions().classes(); truth++) {
            right += shown.confusions().count(truth, truth);
            for (int prediction = 0; prediction < shown.confusions().classes(); prediction++) {
                all += shown.confusions().count(truth, prediction);
            }
        }
        accuracy.setText(
                all == 0 ? "" : messages.get("validation.right", right, all, percent.format((double) right / all)));
        changes.setText(index == 0 ? "" : changes(epochs.get(index - 1), shown));
        map.show(shown.confusions());
    }

    /** What an epoch changed, in a sentence: the same images before and after it. */
    private String changes(ValidatedEpoch before, ValidatedEpoch after) {
        var counts = paired(before.confusions(), after.confusions());
        return messages.get(
                counts.pValue() < SMALL ? "validation.changes.certain" : "validation.changes",
                before.epoch(),
                counts.fixed(),
                counts.broken(),
                counts.bothWrong(),
                counts.pValue());
    }

    private static PairedCounts paired(Confusions before, Confusions after) {
        var bothRight = after.right();
        bothRight.and(before.right());
        var fixed = after.right();
        fixed.andNot(before.right());
        var broken = before.right();
        broken.andNot(after.right());
        int wrong = after.images() - bothRight.cardinality() - fixed.cardinality() - broken.cardinality();
        return new PairedCounts(bothRight.cardinality(), fixed.cardinality(), broken.cardinality(), wrong);
    }
}
