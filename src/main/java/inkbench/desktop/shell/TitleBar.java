package inkbench.desktop.shell;

import java.io.File;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Theme;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** The name, what is open, and what concerns the whole window. */
final class TitleBar extends HBox {
    static final KeyCombination OPEN = KeyCombination.valueOf("Shortcut+O");
    static final KeyCombination TOGGLE_THEME = KeyCombination.valueOf("Shortcut+Shift+L");
    static final KeyCombination SETTINGS = KeyCombination.valueOf("Shortcut+Comma");

    private final Messages messages = Messages.of(TitleBar.class);
    private final ShellViewModel viewModel;
    private final DataMenu dataMenu;

    TitleBar(ShellViewModel viewModel, CatalogViewModel catalog, Theme theme, Runnable openSettings) {
        super(8);
        this.viewModel = viewModel;
        getStyleClass().add("title-bar");
        setAlignment(Pos.CENTER_LEFT);
        var name = new Label(messages.get("app.name"), new FontIcon("fth-grid"));
        name.getStyleClass().add("app-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        dataMenu = new DataMenu(viewModel, catalog, this::chooseFile, this::chooseFolder);
        getChildren().addAll(name, dataMenu, space, new ModelMenu(viewModel, this::chooseModel), themeButton(theme),
                settingsButton(openSettings));
    }

    /** Offers something to be done with the open set. */
    void offer(Place.Action action) {
        dataMenu.offer(action);
    }

    /** Asks for a file and opens it. */
    void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("data.open.file.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(messages.get("data.type.known"), "*.csv", "*.csv.gz", "*.gz",
                                "*ubyte", "*.idx", "*.idx1", "*.idx3", "*.npz", "*.npy"),
                        new FileChooser.ExtensionFilter(messages.get("data.type.all"), "*.*", "*"));
        open(chooser.showOpenDialog(getScene().getWindow()));
    }

    private void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("data.open.folder.title"));
        open(chooser.showDialog(getScene().getWindow()));
    }

    private void chooseModel() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("model.open.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.get("model.type"), "*.ink"));
        open(chooser.showOpenDialog(getScene().getWindow()));
    }

    private void open(File file) {
        if (file != null) {
            viewModel.open(file.toPath());
        }
    }

    private Button themeButton(Theme theme) {
        String tip = messages.get("theme.tooltip", TOGGLE_THEME.getDisplayText());
        var button = iconButton("theme-toggle", "fth-moon", tip, theme::toggle);
        var icon = (FontIcon) button.getGraphic();
        theme.dark().subscribe(dark -> icon.setIconLiteral(dark ? "fth-sun" : "fth-moon"));
        return button;
    }

    private Button settingsButton(Runnable openSettings) {
        String tip = messages.get("settings.tooltip", SETTINGS.getDisplayText());
        return iconButton("settings", "fth-settings", tip, openSettings);
    }

    private static Button iconButton(String id, String icon, String tip, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setTooltip(new Tooltip(tip));
        button.setAccessibleText(tip);
        button.setOnAction(event -> action.run());
        return button;
    }
}
