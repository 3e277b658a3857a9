package inkbench.desktop.draw.models;

import java.text.NumberFormat;
import java.util.List;

import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.image.DigitColours;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** The answers of several models below each other, and a menu to add more. */
public final class ModelsPane extends VBox {
    private static final double BAR = 96;

    private final Messages messages = Messages.of(ModelsPane.class);
    private final NumberFormat percent = NumberFormat.getPercentInstance();
    private final ModelsViewModel viewModel;
    private final Theme theme;
    private final VBox lines = new VBox(8);

    /** A pane that follows the drawing. */
    public ModelsPane(ModelsViewModel viewModel, Theme theme) {
        super(12);
        this.viewModel = viewModel;
        this.theme = theme;
        setId("models");
        var hint = new Label(messages.get("hint"));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        var add = new MenuButton(messages.get("add"));
        add.setId("models-add");
        viewModel.ofRuns().subscribe(() -> fill(add));
        fill(add);
        getChildren().addAll(lines, add, hint);
        viewModel.lines().subscribe(this::show);
        theme.dark().subscribe(now -> show(viewModel.lines().get()));
    }

    private void fill(MenuButton menu) {
        menu.getItems().setAll(item("add.shipped", viewModel::addShipped));
        if (!viewModel.ofRuns().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (var kept : viewModel.ofRuns()) {
            var item = new MenuItem(messages.get("add.run", kept.run().begun().name(), kept.run().id()));
            item.setOnAction(event -> viewModel.add(kept.file()));
            menu.getItems().add(item);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), item("add.file", this::choose));
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(messages.get(key));
        item.setId("models-" + key.replace('.', '-'));
        item.setOnAction(event -> action.run());
        return item;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new ExtensionFilter(messages.get("type"), "*.ink"));
        var file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            viewModel.add(file.toPath());
        }
    }

    private void show(List<ModelsViewModel.Line> shown) {
        // Rows are kept: a button must not go away under the pointer while the pen of another hand writes.
        while (lines.getChildren().size() > shown.size()) {
            lines.getChildren().removeLast();
        }
        for (int i = 0; i < shown.size(); i++) {
            if (i == lines.getChildren().size()) {
                lines.getChildren().add(new Row());
            }
            ((Row) lines.getChildren().get(i)).show(shown.get(i));
        }
    }

    private final class Row extends HBox {
        private final Label name = new Label();
        private final Label digit = new Label();
        private final Region bar = new Region();
        private final Label confidence = new Label();
        private final Button remove = new Button("✕");

        Row() {
            super(8);
            setAlignment(Pos.CENTER_LEFT);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            digit.getStyleClass().add("small-figure");
            digit.setMinWidth(USE_PREF_SIZE);
            confidence.setMinWidth(44);
            confidence.setAlignment(Pos.CENTER_RIGHT);
            var track = new HBox(bar);
            track.setAlignment(Pos.CENTER_LEFT);
            track.getStyleClass().add("probability-track");
            track.setMinSize(BAR, 12);
            track.setMaxSize(BAR, 12);
            bar.setMinHeight(12);
            remove.getStyleClass().addAll("flat", "small");
            remove.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(name, digit, track, confidence, Hints.on(remove, messages.get("remove.tip")));
        }

        void show(ModelsViewModel.Line line) {
            name.setText(line.name());
            remove.setVisible(line.other() != null);
            remove.setOnAction(event -> viewModel.remove(line.other()));
            remove.setAccessibleText(messages.get("remove", line.name()));
            var answer = line.answer();
            digit.setText(answer == null ? "–" : messages.get("digit." + answer.verdict(), answer.digit()));
            confidence.setText(answer == null ? "" : percent.format(answer.confidence()));
            double width = answer == null ? 0 : BAR * answer.confidence();
            bar.setMinWidth(width);
            bar.setMaxWidth(width);
            int rgb = answer == null ? 0 : DigitColours.argb(answer.digit(), theme.dark().get()) & 0xFFFFFF;
            bar.setStyle(String.format("-fx-background-color: #%06x; -fx-background-radius: 2;", rgb));
        }
    }
}
