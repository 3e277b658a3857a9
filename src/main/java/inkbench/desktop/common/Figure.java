package inkbench.desktop.common;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** A number to be read from a distance, with what it is below and its definition under the pointer. */
public final class Figure extends VBox {
    private static final String NOTHING = "–";

    private final Label value = new Label(NOTHING);
    private final Label caption = new Label();
    private final Tooltip tooltip = new Tooltip();

    /**
     * Makes a figure without a value.
     *
     * @param large
     *            whether this is the one that matters; at most one on a screen
     * @param definition
     *            what the number is, in a sentence
     */
    public Figure(String caption, boolean large, String definition) {
        this.caption.setText(caption);
        this.caption.getStyleClass().add("caption");
        value.getStyleClass().add(large ? "figure" : "small-figure");
        value.setMinWidth(USE_PREF_SIZE);
        this.caption.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(value, this.caption);
        tooltip.setText(definition);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        Tooltip.install(this, tooltip);
    }

    /** Shows a value; null shows that there is none. */
    public void show(String text) {
        value.setText(text == null ? NOTHING : text);
        setAccessibleText(caption.getText() + ": " + value.getText());
    }

    /** Says what the number is and what it is exactly. */
    public void define(String sentence) {
        tooltip.setText(sentence);
    }

    /** What is shown. */
    public String text() {
        return value.getText();
    }
}
