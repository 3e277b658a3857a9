package inkbench.desktop.evaluate.review;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.image.DigitImage;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One doubtful image, large, and the buttons to decide. */
final class DoubtPane extends VBox {
    private static final double WIDTH = 224;
    private static final double EDGE = 168;

    private final Messages messages = Messages.of(DoubtPane.class);
    private final ReviewViewModel viewModel;
    private final ReviewTexts texts;
    private final DigitImage image = new DigitImage(EDGE);
    private final Label words = new Label();
    private final Button accept = button("review-accept", "accept.tip");
    private final Button keep = button("review-keep", "keep.tip");
    private final MenuButton relabel = new MenuButton(messages.get("relabel"));
    private final Button exclude = button("review-exclude", "exclude.tip");
    private final Button reopen = button("review-reopen", "reopen.tip");
    private final Button undo = icon("review-undo", "fth-corner-up-left");
    private final Button redo = icon("review-redo", "fth-corner-up-right");

    DoubtPane(ReviewViewModel viewModel, ReviewTexts texts) {
        super(8);
        this.viewModel = viewModel;
        this.texts = texts;
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        setPrefWidth(WIDTH);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setId("review-doubt");
        accept.setOnAction(event -> viewModel.accept());
        accept.getStyleClass().add(Styles.ACCENT);
        keep.setOnAction(event -> viewModel.keep());
        exclude.setOnAction(event -> viewModel.exclude());
        exclude.setText(messages.get("exclude"));
        reopen.setOnAction(event -> viewModel.reopen());
        reopen.setText(messages.get("reopen"));
        undo.setOnAction(event -> viewModel.undo());
        redo.setOnAction(event -> viewModel.redo());
        relabel.setId("review-relabel");
        relabel.setTooltip(new Tooltip(messages.get("relabel.tip")));
        relabel.setMinWidth(USE_PREF_SIZE);
        var decide = new HBox(8, accept, keep);
        var others = new HBox(8, relabel, exclude);
        var back = new HBox(8, reopen, undo, redo);
        back.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(image, words, decide, others, back);
        viewModel.selected().subscribe(rank -> show());
        viewModel.reviewed().subscribe(reviewed -> {
            fillLabels();
            show();
        });
        viewModel.corrections().now().subscribe(now -> show());
        viewModel.corrections().ready().subscribe(ready -> show());
        viewModel.corrections().undoName().subscribe(name -> name(undo, "undo", name));
        viewModel.corrections().redoName().subscribe(name -> name(redo, "redo", name));
    }

    private void fillLabels() {
        relabel.getItems().clear();
        var reviewed = viewModel.reviewed().get();
        for (int label = 0; reviewed != null && label < reviewed.images().classCount(); label++) {
            int wanted = label;
            var item = new MenuItem(reviewed.className(label));
            item.setId("review-label-" + label);
            item.setMnemonicParsing(false);
            item.setOnAction(event -> viewModel.relabel(wanted));
            relabel.getItems().add(item);
        }
    }

    private void show() {
        var reviewed = viewModel.reviewed().get();
        int rank = viewModel.selected().get();
        boolean chosen = reviewed != null && rank >= 0 && rank < reviewed.size();
        getChildren().forEach(part -> part.setVisible(chosen));
        if (!chosen) {
            return;
        }
        var doubt = reviewed.doubt(rank);
        image.show(reviewed.images(), rank);
        image.setAccessibleText(texts.describe(rank));
        words.setText(texts.describe(rank));
        accept.setText(messages.get("accept", reviewed.className(doubt.suggested())));
        keep.setText(messages.get("keep", reviewed.className(reviewed.images().givenLabel(rank))));
        boolean ready = viewModel.corrections().ready().get();
        accept.setDisable(!ready);
        keep.setDisable(!ready);
        relabel.setDisable(!ready);
        exclude.setDisable(!ready);
        reopen.setDisable(!ready || viewModel.decision(rank).isEmpty());
    }

    private void name(Button button, String key, String name) {
        var text = name == null ? messages.get(key + ".none") : messages.get(key + ".step", name);
        button.setDisable(name == null);
        button.setAccessibleText(text);
        button.getTooltip().setText(text);
    }

    private Button button(String id, String tip) {
        var button = new Button();
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.get(tip)));
        return button;
    }

    private static Button icon(String id, String icon) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip());
        return button;
    }
}
