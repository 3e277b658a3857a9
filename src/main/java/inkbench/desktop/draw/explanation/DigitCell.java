package inkbench.desktop.draw.explanation;

import java.util.function.IntFunction;

import javafx.scene.control.ListCell;

/** A digit in words. */
final class DigitCell extends ListCell<Integer> {
    private final IntFunction<String> words;

    DigitCell(IntFunction<String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(Integer digit, boolean empty) {
        super.updateItem(digit, empty);
        refresh();
    }

    /** Says it again, for when the words are others than before. */
    void refresh() {
        setText(getItem() == null ? "" : words.apply(getItem()));
    }
}
