package inkbench.desktop.draw.handles;

import java.text.NumberFormat;
import java.util.List;
import java.util.stream.Collectors;

import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.draw.answer.Seen;
import inkbench.ink.Rasterizer;
import inkbench.text.Messages;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Sliders for slant, rotation, size and thickness; below each, what would be read along it. */
public final class HandlesPane extends VBox {
    private static final double EDGE = 56;

    private final Messages messages = Messages.of(HandlesPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final HandlesViewModel viewModel;
    private final Theme theme;
    private final DigitImage picture = new DigitImage(EDGE);
    private final Label answer = new Label();

    /** Handles for the drawing. */
    public HandlesPane(HandlesViewModel viewModel, Theme theme) {
        super(8);
        this.viewModel = viewModel;
        this.theme = theme;
        setId("handles");
        // The panel scrolls in a low window: the bar stands clear of the figures.
        setPadding(new Insets(0, 8, 0, 0));
        answer.setId("handles-answer");
        answer.getStyleClass().add("small-figure");
        var hint = new Label(messages.get("hint"));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        var reset = new Hyperlink(messages.get("reset"));
        reset.setId("handles-reset");
        reset.setOnAction(event -> viewModel.bend().set(Bend.NONE));
        viewModel.bend().subscribe(bend -> reset.setVisible(!bend.equals(Bend.NONE)));
        var line = new HBox(8, answer, reset);
        line.setAlignment(Pos.BASELINE_LEFT);
        var words = new VBox(2, line, hint);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(new HBox(12, picture, words));
        for (var handle : Handle.values()) {
            getChildren().add(handle(handle));
        }
        viewModel.bent().subscribe(this::show);
    }

    private Node handle(Handle handle) {
        var name = Hints.on(new Label(messages.get(handle.name())), messages.get(handle.name() + ".tip"));
        var value = new Label();
        value.getStyleClass().add("caption");
        value.setId("handle-value-" + handle.name());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var slider = new Slider(handle.least(), handle.most(), handle.usual());
        slider.setId("handle-" + handle.name());
        slider.setBlockIncrement((handle.most() - handle.least()) / (HandlesViewModel.PLACES - 1));
        slider.setAccessibleText(messages.get(handle.name()));
        slider.valueProperty()
                .addListener(
                        (source, before, now) -> viewModel.bend()
                                .set(viewModel.bend().get().with(handle, now.doubleValue())));
        var bar = new FlipBar(theme);
        viewModel.bend().subscribe(bend -> {
            slider.setValue(bend.get(handle));
            value.setText(value(handle, bend.get(handle)));
        });
        viewModel.answers().subscribe(answers -> {
            bar.show(answers.getOrDefault(handle, List.of()));
            var flips = viewModel.flips(handle);
            var words = flips.isEmpty()
                    ? messages.get(answers.isEmpty() ? "flips.unknown" : "flips.none")
                    : messages.get(
                            "flips",
                            flips.stream().map(flip -> value(handle, flip)).collect(Collectors.joining(", ")));
            bar.setAccessibleText(words);
            slider.setAccessibleHelp(words);
            value.setText(value(handle, viewModel.bend().get().get(handle)) + " · " + words);
        });
        return new VBox(2, new HBox(name, gap, value), slider, bar);
    }

    private String value(Handle handle, double value) {
        return messages.get(handle.name() + ".value", value);
    }

    private void show(Seen seen) {
        if (seen == null) {
            picture.showInk(new byte[Rasterizer.SIZE * Rasterizer.SIZE], Rasterizer.SIZE, Rasterizer.SIZE);
            answer.setText("–");
            return;
        }
        picture.showInk(seen.pixels(), Rasterizer.SIZE, Rasterizer.SIZE);
        answer.setText(messages.get("answer", seen.answer().digit(), percent.format(seen.answer().confidence())));
    }
}
