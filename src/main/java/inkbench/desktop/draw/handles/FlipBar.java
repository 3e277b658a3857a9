package inkbench.desktop.draw.handles;

import java.util.List;

import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitColours;
import inkbench.desktop.draw.answer.Answer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/** What is read along a handle: a cell for each place in the hue of its digit, fainter the less sure, each run named once. */
final class FlipBar extends Region {
    private static final double HEIGHT = 16;
    /** The slider's thumb reaches from its middle so far beyond the ends of its track. */
    private static final double INSET = 8;
    private static final double FAINTEST = 0.25;

    private final Canvas canvas = new Canvas();
    private final Theme theme;
    private List<Answer> answers = List.of();

    FlipBar(Theme theme) {
        this.theme = theme;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().add(canvas);
        theme.dark().subscribe(now -> requestLayout());
    }

    void show(List<Answer> shown) {
        answers = shown;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET);
        canvas.relocate(INSET, 0);
        canvas.setWidth(width);
        canvas.setHeight(HEIGHT);
        var graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, width, HEIGHT);
        graphics.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 11));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        int begin = 0;
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            double left = edge(i, width);
            graphics.setFill(colour(answer.digit(), Math.max(FAINTEST, answer.confidence())));
            graphics.fillRect(left, 0, edge(i + 1, width) - left, HEIGHT);
            boolean last = i == answers.size() - 1 || answers.get(i + 1).digit() != answer.digit();
            if (last) {
                double middle = (edge(begin, width) + edge(i + 1, width)) / 2;
                // On its own hue and on the theme's surface alike, only black or white can be read.
                graphics.setFill(theme.dark().get() ? Color.WHITE : Color.BLACK);
                graphics.fillText(Integer.toString(answer.digit()), middle, HEIGHT / 2);
                begin = i + 1;
            }
        }
    }

    /** Cells end halfway between two places; the first and the last are half as wide. */
    private double edge(int cell, double width) {
        int gaps = answers.size() - 1;
        return Math.round(Math.clamp((cell - 0.5) / gaps, 0, 1) * width);
    }

    private Color colour(int digit, double opacity) {
        int rgb = DigitColours.argb(digit, theme.dark().get()) & 0xFFFFFF;
        return Color.rgb(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF, opacity);
    }
}
