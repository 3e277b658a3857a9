package inkbench.desktop.evaluate.comparison;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import inkbench.app.runs.KeptModel;
import inkbench.text.Messages;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;

/** The menu of a {@link ModelChoice}: the shipped model, those of runs, one in a file. */
public final class ModelMenu {
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT);

    private final Messages messages = Messages.of(ModelMenu.class);
    private final ModelChoice choice;
    private final MenuButton button;
    private final String idPrefix;

    private ModelMenu(MenuButton button, String idPrefix, ModelChoice choice) {
        this.button = button;
        this.idPrefix = idPrefix;
        this.choice = choice;
    }

    /**
     * Fills a button's menu, and looks for models each time it is shown.
     *
     * @param idPrefix
     *            begins the entries' identities
     */
    public static void install(MenuButton button, String idPrefix, ModelChoice choice) {
        var menu = new ModelMenu(button, idPrefix, choice);
        menu.fill();
        choice.ofRuns().subscribe(menu::fill);
        button.setOnShowing(event -> choice.find());
    }

    private void fill() {
        button.getItems().setAll(item("-shipped", messages.get("choose.shipped"), choice::takeShipped));
        choice.ofRuns().forEach(kept -> button.getItems().add(item(kept)));
        button.getItems()
                .addAll(new SeparatorMenuItem(), item("-file", messages.get("choose.file"), this::chooseFile));
    }

    private MenuItem item(KeptModel kept) {
        var run = kept.run().begun();
        var started = TIME.format(run.started().atZone(ZoneId.systemDefault()));
        return item(
                "-with-" + kept.run().id(),
                messages.get("choose.run", run.name(), run.dataName(), started),
                () -> choice.take(kept.file()));
    }

    private MenuItem item(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId(idPrefix + id);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("choose.file"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.get("type"), "*.ink"));
        var file = chooser.showOpenDialog(button.getScene().getWindow());
        if (file != null) {
            choice.take(file.toPath());
        }
    }
}
