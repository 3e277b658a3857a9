package inkbench.desktop.evaluate.comparison;

import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import inkbench.evaluation.comparison.Change;
import inkbench.evaluation.comparison.PairedComparison;
import inkbench.evaluation.comparison.PairedCounts;
import inkbench.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;

/** How many images of each class changed how; every count can be chosen. */
final class ChangeTable extends GridPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double COLUMN = 84;

    private final Messages messages = Messages.of(ChangeTable.class);
    private final NumberFormat whole = NumberFormat.getIntegerInstance();
    private final ObjectProperty<CountCell> selection;
    private final Map<CountCell, Button> cells = new HashMap<>();

    ChangeTable(ObjectProperty<CountCell> selection) {
        this.selection = selection;
        setId("changes");
        getStyleClass().add("change-table");
        setHgap(4);
        setVgap(2);
        selection.subscribe(
                chosen -> cells.forEach((cell, button) -> button.pseudoClassStateChanged(CHOSEN, cell.equals(chosen))));
    }

    void show(PairedComparison comparison) {
        getChildren().clear();
        cells.clear();
        if (comparison == null) {
            return;
        }
        for (var change : Change.values()) {
            var head = new Label(messages.get("change." + change.name()));
            head.getStyleClass().add("caption");
            head.setTooltip(new Tooltip(messages.get("change." + change.name() + ".tip")));
            head.setMinWidth(COLUMN);
            head.setAlignment(Pos.CENTER_RIGHT);
            add(head, 1 + change.ordinal(), 0);
        }
        var names = comparison.dataset().classNames();
        for (int truth = 0; truth < names.size(); truth++) {
            row(1 + truth, names.get(truth), truth, comparison.byClass().get(truth));
        }
        row(1 + names.size(), messages.get("all"), CountCell.ALL, comparison.all());
    }

    private void row(int row, String name, int truth, PairedCounts counts) {
        var title = new Label(name);
        title.setMinWidth(36);
        add(title, 0, row);
        for (var change : Change.values()) {
            var cell = new CountCell(truth, change);
            var button = new Button(whole.format(count(counts, change)));
            button.setId("change-" + name + "-" + change.name());
            button.getStyleClass().addAll("change-count", "change-" + change.name().toLowerCase(Locale.ROOT));
            button.setMinWidth(COLUMN);
            button.setAlignment(Pos.CENTER_RIGHT);
            button.setAccessibleText(
                    messages.get("cell", name, messages.get("change." + change.name()), count(counts, change)));
            button.setOnAction(event -> selection.set(cell));
            button.setOnKeyPressed(event -> walk(event.getCode(), cell));
            cells.put(cell, button);
            add(button, 1 + change.ordinal(), row);
        }
    }

    /** Arrow keys go from count to count. */
    private void walk(KeyCode key, CountCell from) {
        int across = key == KeyCode.RIGHT ? 1 : key == KeyCode.LEFT ? -1 : 0;
        int down = key == KeyCode.DOWN ? 1 : key == KeyCode.UP ? -1 : 0;
        int classes = cells.size() / Change.values().length - 1;
        int place = (from.truth() == CountCell.ALL ? classes : from.truth()) + down;
        int column = from.change().ordinal() + across;
        if (across == 0 && down == 0 || place < 0 || place > classes || column < 0
                || column >= Change.values().length) {
            return;
        }
        cells.get(new CountCell(place == classes ? CountCell.ALL : place, Change.values()[column])).requestFocus();
    }

    private static long count(PairedCounts counts, Change change) {
        return switch (change) {
            case BOTH_RIGHT -> counts.bothRight();
            case FIXED -> counts.fixed();
            case BROKEN -> counts.broken();
            case BOTH_WRONG -> counts.bothWrong();
        };
    }
}
