package inkbench.desktop.evaluate.matrix;

import java.util.List;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;

/** What heat maps show and how they colour it. */
final class HeatMapOptions extends FlowPane {
    private final Messages messages = Messages.of(HeatMapOptions.class);
    private final String idPrefix;

    /**
     * Controls that follow properties both ways.
     *
     * @param idPrefix
     *            what the controls' ids begin with
     */
    HeatMapOptions(
            String idPrefix,
            Property<Measure> measure,
            BooleanProperty logarithmic,
            BooleanProperty diagonalHidden) {
        super(16, 8);
        this.idPrefix = idPrefix;
        var measures = new Segments<>(
                List.of(Measure.values()),
                choice -> messages.get("measure." + choice.name()),
                measure);
        for (int i = 0; i < Measure.values().length; i++) {
            var button = measures.getButtons().get(i);
            button.getStyleClass().add(Styles.SMALL);
            button.setId(idPrefix + "measure-" + Measure.values()[i].name());
            Hints.on(button, messages.get("measure." + Measure.values()[i].name() + ".tip"));
        }
        getChildren().setAll(measures, option("log", logarithmic), option("diagonal", diagonalHidden));
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(VPos.CENTER);
    }

    private CheckBox option(String key, BooleanProperty chosen) {
        var option = Hints.on(new CheckBox(messages.get("option." + key)), messages.get("option." + key + ".tip"));
        option.setId(idPrefix + "option-" + key);
        option.selectedProperty().bindBidirectional(chosen);
        return option;
    }
}
