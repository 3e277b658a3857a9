package inkbench.desktop.draw.explanation;

import java.util.function.IntFunction;

import javafx.scene.control.ListCell;

/** A number in words. */
final class WordCell extends ListCell<Integer> {
    private final IntFunction<String> words;

    WordCell(IntFunction<String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
        super.updateItem(number, empty);
        refresh();
    }

    /** Says it again, for when the words are others than before. */
    void refresh() {
        setText(getItem() == null ? "" : words.apply(getItem()));
    }
}
