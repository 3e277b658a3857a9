package inkbench.desktop.evaluate.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Theme;
import inkbench.evaluation.ConfusionMatrix;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Confusion matrices side by side, shown and coloured in the same way. */
public final class HeatMapRow extends VBox {
    private static final double LEAST_WIDTH = 240;
    private static final double LEAST_HEIGHT = 190;

    private final Messages messages = Messages.of(HeatMapRow.class);
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.ROW_SHARE);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty diagonalHidden = new SimpleBooleanProperty();
    private final Exports exports;
    private final Theme theme;
    private final BiConsumer<String, Cell> chosen;
    private final HBox row = new HBox(16);
    private final List<ConfusionHeatMap> maps = new ArrayList<>();

    /**
     * A row without matrices.
     *
     * @param chosen
     *            hears which cell of which matrix was chosen
     */
    public HeatMapRow(Exports exports, Theme theme, BiConsumer<String, Cell> chosen) {
        super(8);
        this.exports = exports;
        this.theme = theme;
        this.chosen = chosen;
        VBox.setVgrow(row, Priority.ALWAYS);
        getChildren().setAll(new HeatMapOptions("row-", measure, logarithmic, diagonalHidden), row);
    }

    /** One matrix: its key, which becomes part of its id, and what stands above it. */
    public record Titled(String key, String title, ConfusionMatrix matrix) {}

    /** Shows other matrices. */
    public void show(List<Titled> matrices) {
        for (var map : maps) {
            map.measure().unbind();
            map.logarithmic().unbind();
            map.diagonalHidden().unbind();
        }
        maps.clear();
        row.getChildren().setAll(matrices.stream().map(this::map).toList());
    }

    private VBox map(Titled shown) {
        var map = new ConfusionHeatMap(theme);
        maps.add(map);
        map.pane().setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        map.pane().setId("confusion-" + shown.key);
        map.measure().bind(measure);
        map.logarithmic().bind(logarithmic);
        map.diagonalHidden().bind(diagonalHidden);
        map.matrix().set(shown.matrix);
        map.selection().addListener((source, before, now) -> {
            if (now.cells().size() == 1) {
                var cell = now.cells().iterator().next();
                map.selection().set(CellSelection.NONE);
                chosen.accept(shown.key, cell);
            }
        });
        exports.install(map.pane(), () -> messages.get("heatMap.file.of", shown.title));
        var title = new Label(shown.title);
        title.getStyleClass().add("caption");
        var column = new VBox(4, title, map.pane());
        VBox.setVgrow(map.pane(), Priority.ALWAYS);
        HBox.setHgrow(column, Priority.ALWAYS);
        // All share the width evenly.
        column.setPrefWidth(1);
        return column;
    }
}
