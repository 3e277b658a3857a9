package inkbench.desktop.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

import atlantafx.base.theme.Styles;
import inkbench.app.runs.KeptModel;
import inkbench.text.Messages;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** Which model answers, and which others can: the one that comes with the app, those that runs left or that learned the user's digits, and files. */
final class ModelMenu extends MenuButton {
    private final Messages messages = Messages.of(ModelMenu.class);
    private final ShellViewModel viewModel;
    private final Menu ofRuns = new Menu(messages.get("model.runs"));
    private final Menu personal = new Menu(messages.get("model.personal"));

    ModelMenu(ShellViewModel viewModel, Runnable chooseFile) {
        this.viewModel = viewModel;
        setId("model-menu");
        getStyleClass().add(Styles.FLAT);
        textProperty().bind(viewModel.modelTitle());
        setTooltip(new Tooltip(messages.get("model.tooltip")));
        ofRuns.setId("model-runs");
        personal.setId("model-personal");
        getItems().setAll(
                item(messages.get("model.shipped"), viewModel::openShippedModel),
                ofRuns,
                personal,
                new SeparatorMenuItem(),
                item(messages.get("model.open"), chooseFile));
        viewModel.keptModels().subscribe(this::fill);
        viewModel.personalModels().subscribe(this::fill);
        fill();
        setOnShowing(event -> viewModel.findKeptModels());
    }

    private void fill() {
        List<KeptModel> kept = viewModel.keptModels();
        // A menu without items can't be opened, so nobody would learn why there are none.
        ofRuns.getItems()
                .setAll(kept.isEmpty() ? List.of(none("model.runs.none")) : kept.stream().map(this::item).toList());
        List<Path> tuned = viewModel.personalModels();
        personal.getItems().setAll(
                tuned.isEmpty() ? List.of(none("model.personal.none")) : tuned.stream().map(this::item).toList());
    }

    private MenuItem item(Path tuned) {
        var name = tuned.getFileName().toString();
        return item(name.substring(0, name.lastIndexOf('.')), () -> viewModel.open(tuned));
    }

    private MenuItem none(String key) {
        var none = new MenuItem(messages.get(key));
        none.setDisable(true);
        return none;
    }

    private MenuItem item(KeptModel kept) {
        var run = kept.run().begun();
        var started = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .format(run.started().atZone(ZoneId.systemDefault()));
        var item = item(messages.get("model.run", run.name(), run.dataName(), started),
                () -> viewModel.open(kept.file()));
        item.setId("model-run-" + kept.run().id());
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        // With mnemonics parsed, the first underscore of a name would be swallowed.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
