package inkbench.desktop.draw.answer;

import inkbench.ink.Drawing;
import javafx.scene.Node;

/** Looks at which drawing an answer is for. */
public final class AnswerProbe {
    private AnswerProbe() {}

    /**
     * The drawing whose answer is shown; empty where there is none.
     *
     * @param label
     *            the one with the answer
     */
    public static Drawing shownBy(Node label) {
        var seen = ((AnswerCard) label.getParent()).shown();
        return seen == null ? Drawing.EMPTY : seen.drawing();
    }
}
