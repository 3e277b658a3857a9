package inkbench.desktop.draw.number;

import java.text.NumberFormat;
import java.util.List;

import inkbench.data.Dataset;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.ProbabilityBars;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitImage;
import inkbench.app.certainty.Verdict;
import inkbench.ink.Rasterizer;
import inkbench.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The number, large; its digits, each with what was seen of it; the probabilities of the one that is chosen. */
public final class NumberPane extends VBox {
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final double EDGE = 56;
    private static final double BARS_HEIGHT = 190;
    private static final int DIGITS = 10;

    private final Messages messages = Messages.of(NumberPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final NumberViewModel viewModel;
    private final Runnable focusPad;
    private final Label figure = new Label();
    private final Label remark = new Label();
    private final FlowPane digits = new FlowPane(8, 8);
    private final ProbabilityBars bars;
    private final HBox keys = new HBox(4);

    /**
     * A pane that follows the number.
     *
     * @param focusPad
     *            puts the pen back into the user's hand
     */
    public NumberPane(NumberViewModel viewModel, Theme theme, Runnable focusPad) {
        super(12);
        this.viewModel = viewModel;
        this.focusPad = focusPad;
        setId("number");
        figure.setId("number-figures");
        figure.getStyleClass().addAll("figure", "answer-figure");
        remark.setId("number-remark");
        remark.getStyleClass().add("answer-remark");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        bars = new ProbabilityBars(Dataset.DIGITS, theme);
        bars.setMinHeight(BARS_HEIGHT);
        bars.setPrefHeight(BARS_HEIGHT);
        fillKeys();
        getChildren().addAll(figure, remark, digits, keys, bars);
        viewModel.cells().subscribe(this::show);
        viewModel.selected().subscribe(index -> choose());
    }

    private void fillKeys() {
        for (int digit = 0; digit < DIGITS; digit++) {
            int meant = digit;
            var key = new Button(Integer.toString(digit));
            key.setId("number-key-" + digit);
            key.getStyleClass().add("small");
            key.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(key, Priority.ALWAYS);
            key.setOnAction(event -> {
                viewModel.correct(meant);
                focusPad.run();
            });
            keys.getChildren().add(Hints.on(key, messages.get("key.tip", digit)));
        }
    }

    private void show(List<NumberCell> cells) {
        while (digits.getChildren().size() > cells.size()) {
            digits.getChildren().removeLast();
        }
        while (digits.getChildren().size() < cells.size()) {
            digits.getChildren().add(new DigitButton(digits.getChildren().size()));
        }
        boolean sure = true;
        for (int i = 0; i < cells.size(); i++) {
            ((DigitButton) digits.getChildren().get(i)).show(cells.get(i));
            sure &= cells.get(i).corrected().isPresent() || cells.get(i).answer().verdict() == Verdict.READ;
        }
        figure.pseudoClassStateChanged(DOUBTFUL, !sure);
        if (cells.isEmpty()) {
            figure.setText("–");
            remark.setText(messages.get("none"));
        } else {
            figure.setText(viewModel.figures());
            remark.setText(
                    messages.get(
                            sure ? "remark" : "remark.unsure",
                            cells.size(),
                            percent.format(viewModel.confidence())));
        }
        choose();
    }

    private void choose() {
        int chosen = viewModel.selected().get();
        var cells = viewModel.cells().get();
        boolean any = chosen >= 0 && chosen < cells.size();
        bars.show(any ? cells.get(chosen).answer().probabilities() : null);
        keys.setDisable(cells.isEmpty());
        for (Node node : digits.getChildren()) {
            var button = (DigitButton) node;
            button.setSelected(button.index == chosen);
        }
    }

    private final class DigitButton extends ToggleButton {
        private final int index;
        private final DigitImage picture = new DigitImage(EDGE);
        private final Label name = new Label();

        DigitButton(int index) {
            this.index = index;
            setId("number-digit-" + index);
            getStyleClass().addAll("small", "number-digit");
            var content = new VBox(4, picture, name);
            content.setAlignment(Pos.CENTER);
            setGraphic(content);
            setOnAction(event -> {
                viewModel.selected().set(index);
                choose();
                focusPad.run();
            });
        }

        void show(NumberCell cell) {
            picture.showInk(cell.pixels(), Rasterizer.SIZE, Rasterizer.SIZE);
            name.setText(
                    cell.corrected().isPresent()
                            ? messages.get("digit.corrected", cell.digit())
                            : messages.get(
                                    "digit." + cell.answer().verdict(),
                                    cell.digit(),
                                    percent.format(cell.answer().confidence())));
            setAccessibleText(messages.get("tag", index + 1, name.getText()));
        }
    }
}
