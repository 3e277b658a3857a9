package inkbench.desktop.train.settings.view;

import java.util.Collection;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Hints;
import inkbench.desktop.train.settings.Setting;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Settings to type, one below the other, each with what is wrong with it. */
final class FieldGrid extends GridPane {
    private static final double PROBLEM_WIDTH = 250;

    /** A grid with a field for each setting. */
    FieldGrid(Collection<? extends Setting<?>> settings) {
        setHgap(8);
        setVgap(6);
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        var values = new ColumnConstraints(96);
        values.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(names, values);
        setAll(settings);
    }

    /** Replaces the fields. */
    void setAll(Collection<? extends Setting<?>> settings) {
        getChildren().clear();
        int row = 0;
        for (var setting : settings) {
            add(setting, row);
            row += 2;
        }
    }

    private void add(Setting<?> setting, int row) {
        var name = Hints.on(new Label(setting.name()), setting.meaning());
        var field = Hints.on(new TextField(), setting.meaning());
        field.setId("settings-" + setting.key());
        field.setAlignment(Pos.CENTER_RIGHT);
        field.textProperty().bindBidirectional(setting.text());
        name.setLabelFor(field);
        field.setAccessibleText(setting.name());
        var problem = new Label();
        problem.getStyleClass().add("problem");
        problem.setId("problem-" + setting.key());
        problem.setWrapText(true);
        problem.setMaxWidth(PROBLEM_WIDTH);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(setting.problem());
        setting.problem().subscribe(text -> {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, text != null);
            field.setAccessibleHelp(text == null ? setting.meaning() : text);
            problem.setVisible(text != null);
            problem.setManaged(text != null);
        });
        addRow(row, name, field);
        add(problem, 0, row + 1, 2, 1);
    }
}
