package inkbench.desktop.data.distribution;

import java.util.ArrayList;
import java.util.List;

import inkbench.data.Part;
import inkbench.desktop.common.image.DigitColours;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.ClassDistribution;
import inkbench.text.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One class: a bar for its share of each part, and its figures. */
final class DistributionRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double NOT_CHOSEN = 0.45;
    /** The bars of the parts after the first are paler. */
    private static final double LATER_PART = 0.5;

    private final Messages messages = Messages.of(DistributionRow.class);
    private final int label;
    private final ImagesViewModel images;
    private final Label name = new Label();
    private final Bars bars;
    private final Label share = figure("share");
    private final List<Label> counts = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();

    DistributionRow(int label, int parts, ImagesViewModel images) {
        super(8);
        this.label = label;
        this.images = images;
        bars = new Bars(parts);
        getStyleClass().add("distribution-row");
        setId("distribution-" + label);
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        name.getStyleClass().add("distribution-name");
        HBox.setHgrow(bars, Priority.ALWAYS);
        getChildren().addAll(name, bars, share);
        for (int part = 0; part < parts; part++) {
            counts.add(figure("count"));
        }
        getChildren().addAll(counts);
        setAccessibleHelp(messages.get("hint"));
        Tooltip.install(this, tooltip);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressKey);
    }

    int label() {
        return label;
    }

    /** Shows a name without figures. */
    void clear(String className) {
        name.setText(className);
        share.setText("");
        counts.forEach(count -> count.setText(""));
        bars.show(List.of());
    }

    void show(ClassDistribution counted, int ofLabel, List<Part> parts, double largest, String words) {
        name.setText(counted.classNames().get(ofLabel));
        share.setText(messages.get("value.share", counted.share(ofLabel)));
        for (int i = 0; i < parts.size(); i++) {
            counts.get(i).setText(messages.get("value.count", counted.count(parts.get(i), ofLabel)));
        }
        bars.show(parts.stream().map(part -> largest == 0 ? 0 : counted.share(part, ofLabel) / largest).toList());
        tooltip.setText(words + System.lineSeparator() + messages.get("hint"));
        setAccessibleText(words);
    }

    void mark(boolean chosen, boolean anyChosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        setOpacity(chosen || !anyChosen ? 1 : NOT_CHOSEN);
    }

    void colour(boolean dark) {
        bars.colour(DigitColours.argb(label, dark));
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        choose(event.isShortcutDown());
    }

    private void pressKey(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            choose(event.isShortcutDown());
            event.consume();
        }
    }

    private void choose(boolean add) {
        if (add) {
            images.toggle(label);
        } else {
            images.toggleOnly(label);
        }
    }

    private static Label figure(String kind) {
        var figure = new Label();
        figure.getStyleClass().addAll("distribution-value", "distribution-" + kind, "numeric");
        return figure;
    }

    /** The bars of one class, one for each part, below each other. */
    private static final class Bars extends Pane {
        private static final double HEIGHT = 14;
        private static final double GAP = 1;

        private List<Double> lengths = List.of();

        Bars(int parts) {
            for (int i = 0; i < parts; i++) {
                var bar = new Region();
                bar.getStyleClass().add("distribution-bar");
                bar.setManaged(false);
                bar.setOpacity(i == 0 ? 1 : LATER_PART);
                getChildren().add(bar);
            }
            setMinSize(0, HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
        }

        void show(List<Double> shares) {
            lengths = shares;
            requestLayout();
        }

        void colour(int argb) {
            getChildren()
                    .forEach(bar -> bar.setStyle(String.format("-fx-background-color: #%06x;", argb & 0xFFFFFF)));
        }

        @Override
        protected void layoutChildren() {
            int parts = getChildren().size();
            double height = (HEIGHT - (parts - 1) * GAP) / parts;
            for (int i = 0; i < parts; i++) {
                double length = i < lengths.size() ? lengths.get(i) : 0;
                double width = length > 0 ? Math.max(2, snapSizeX(getWidth() * length)) : 0;
                getChildren().get(i).resizeRelocate(0, snapPositionY(i * (height + GAP)), width, height);
            }
        }
    }
}
