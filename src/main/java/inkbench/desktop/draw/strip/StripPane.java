package inkbench.desktop.draw.strip;

import java.text.NumberFormat;

import inkbench.desktop.common.Hints;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.draw.pad.InkPicture;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;
import inkbench.ink.Rasterizer;
import inkbench.ink.Rasterizer.Steps;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Strokes, their box, 20×20, 28×28 side by side; below, each step with a switch and what the answer would be otherwise. */
public final class StripPane extends VBox {
    private static final double SMALL = 60;
    private static final double LARGE = 112;

    private final Messages messages = Messages.of(StripPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final StripViewModel viewModel;
    private final InkPicture strokes = new InkPicture(SMALL, false);
    private final InkPicture box = new InkPicture(SMALL, true);
    private final DigitImage fitted = new DigitImage(SMALL);
    private final DigitImage seen = new DigitImage(LARGE);

    /** A strip that follows the drawing. */
    public StripPane(StripViewModel viewModel) {
        super(12);
        this.viewModel = viewModel;
        setId("strip");
        seen.setId("seen");
        var pictures = new HBox(
                10,
                captioned(strokes, "strokes"),
                captioned(box, "box"),
                captioned(fitted, "fitted"),
                captioned(seen, "seen"));
        pictures.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(pictures, switches(), reset());
        viewModel.steps().subscribe(this::show);
    }

    private Node captioned(Node picture, String key) {
        var caption = new Label(messages.get(key));
        caption.getStyleClass().add("caption");
        return Hints.on(new VBox(4, picture, caption), messages.get(key + ".tip"));
    }

    private GridPane switches() {
        var grid = new GridPane(12, 6);
        for (var step : Step.values()) {
            var on = Hints.on(new CheckBox(messages.get("step." + step)), messages.get("step." + step + ".tip"));
            on.setId("step-" + step.name());
            on.setMinWidth(USE_PREF_SIZE);
            on.setOnAction(
                    event -> viewModel.preparation()
                            .set(step.switched(viewModel.preparation().get(), on.isSelected())));
            viewModel.preparation().subscribe(now -> on.setSelected(step.isOn(now)));
            var effect = new Label();
            effect.setId("effect-" + step.name());
            effect.getStyleClass().add("caption");
            effect.setMaxWidth(Double.MAX_VALUE);
            effect.setAlignment(Pos.CENTER_RIGHT);
            GridPane.setHgrow(effect, Priority.ALWAYS);
            viewModel.otherwise().subscribe(answers -> {
                var answer = answers.get(step);
                boolean isOn = step.isOn(viewModel.preparation().get());
                effect.setText(
                        answer == null
                                ? ""
                                : messages.get(
                                        isOn ? "effect.without" : "effect.with",
                                        answer.digit(),
                                        percent.format(answer.confidence())));
            });
            grid.addRow(step.ordinal(), on, effect);
        }
        return grid;
    }

    private Node reset() {
        var hint = new Label(messages.get("hint"));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        var reset = new Hyperlink(messages.get("reset"));
        reset.setId("strip-reset");
        reset.setOnAction(event -> viewModel.preparation().set(Preparation.MNIST));
        viewModel.preparation().subscribe(now -> {
            boolean usual = now.equals(Preparation.MNIST);
            hint.setVisible(usual);
            hint.setManaged(usual);
            reset.setVisible(!usual);
            reset.setManaged(!usual);
        });
        return new VBox(hint, reset);
    }

    private void show(Steps steps) {
        var empty = new byte[Rasterizer.SIZE * Rasterizer.SIZE];
        boolean none = steps == null;
        strokes.show(none ? Drawing.EMPTY : steps.strokes());
        box.show(none ? Drawing.EMPTY : steps.strokes());
        if (none || !viewModel.preparation().get().fitted()) {
            fitted.showInk(none ? empty : steps.fitted(), Rasterizer.SIZE, Rasterizer.SIZE);
        } else {
            fitted.showInk(corner(steps.fitted()), Rasterizer.BOX, Rasterizer.BOX);
        }
        seen.showInk(none ? empty : steps.picture(), Rasterizer.SIZE, Rasterizer.SIZE);
        seen.setAccessibleText(messages.get(none ? "seen.none" : "seen.tip"));
    }

    private static byte[] corner(byte[] pixels) {
        var corner = new byte[Rasterizer.BOX * Rasterizer.BOX];
        for (int y = 0; y < Rasterizer.BOX; y++) {
            System.arraycopy(pixels, y * Rasterizer.SIZE, corner, y * Rasterizer.BOX, Rasterizer.BOX);
        }
        return corner;
    }
}
