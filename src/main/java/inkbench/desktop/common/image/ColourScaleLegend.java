package inkbench.desktop.common.image;

import java.util.stream.IntStream;

import inkbench.app.picture.ColourScale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Which colour stands for which value: a strip with its ends named. */
public final class ColourScaleLegend extends HBox {
    private static final int STOPS = 16;

    private final Label low = new Label();
    private final Label high = new Label();
    private final Region strip = new Region();

    /** A legend that shows nothing yet. */
    public ColourScaleLegend() {
        super(8);
        getStyleClass().add("colour-scale-legend");
        strip.getStyleClass().add("colour-scale-strip");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(low, strip, high);
    }

    /** Shows a scale and what its ends stand for. */
    public void show(ColourScale scale, boolean darkTheme, String lowest, String highest) {
        low.setText(lowest);
        high.setText(highest);
        var stops = new StringBuilder("-fx-background-color: linear-gradient(to right");
        IntStream.rangeClosed(0, STOPS).forEach(i -> {
            int argb = scale.argb((double) i / STOPS, darkTheme);
            stops.append(String.format(", #%06x", argb & 0xFFFFFF));
        });
        strip.setStyle(stops.append(");").toString());
    }
}
