package inkbench.desktop.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.app.CatalogLibrary;
import inkbench.desktop.common.Place;
import inkbench.text.Messages;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

/** What is open, what can be opened at once, and what can be fetched. */
final class DataMenu extends MenuButton {
    private final Messages messages = Messages.of(DataMenu.class);
    private final ShellViewModel viewModel;
    private final CatalogViewModel catalog;
    private final Menu fetch = new Menu(messages.get("data.fetch"), new FontIcon("fth-download"));
    private final Menu recent = new Menu(messages.get("data.recent"));
    private final MenuItem openFile;
    private final MenuItem openFolder;
    private final List<MenuItem> actions = new ArrayList<>();

    DataMenu(ShellViewModel viewModel, CatalogViewModel catalog, Runnable chooseFile, Runnable chooseFolder) {
        this.viewModel = viewModel;
        this.catalog = catalog;
        setId("data-menu");
        getStyleClass().add(Styles.FLAT);
        textProperty().bind(viewModel.dataTitle());
        setTooltip(new Tooltip(messages.get("data.tooltip")));
        openFile = item(messages.get("data.open.file"), chooseFile);
        openFile.setAccelerator(TitleBar.OPEN);
        openFolder = item(messages.get("data.open.folder"), chooseFolder);
        fetch.setId("data-fetch");
        viewModel.recent().subscribe(this::fillRecent);
        fillRecent();
        catalog.items().subscribe(this::fill);
        fill();
        // Another process may have fetched something meanwhile.
        setOnShowing(event -> catalog.refresh());
    }

    /** Offers what can be done with the open set, below everything else. */
    void offer(Place.Action action) {
        var menuItem = item(action.name(), action.action());
        menuItem.setId(action.id());
        menuItem.setAccelerator(action.keys());
        actions.add(menuItem);
        fill();
    }

    private void fill() {
        var top = new ArrayList<MenuItem>();
        top.add(item(messages.get("data.builtin"), viewModel::openBuiltin));
        fetch.getItems().clear();
        for (var item : catalog.items()) {
            if (item.installed()) {
                top.add(catalogItem(item, "data-open-", catalog.describeInstalled(item)));
            } else {
                fetch.getItems().add(catalogItem(item, "data-fetch-", catalog.describe(item)));
            }
        }
        fetch.setDisable(fetch.getItems().isEmpty());
        top.add(fetch);
        top.add(new SeparatorMenuItem());
        top.add(openFile);
        top.add(openFolder);
        top.add(recent);
        if (!actions.isEmpty()) {
            top.add(new SeparatorMenuItem());
            top.addAll(actions);
        }
        getItems().setAll(top);
    }

    private MenuItem catalogItem(CatalogLibrary.Item item, String idPrefix, String text) {
        var menuItem = item(text, () -> catalog.choose(item));
        menuItem.setId(idPrefix + item.entry().name());
        return menuItem;
    }

    private void fillRecent() {
        recent.getItems().setAll(viewModel.recent().stream().map(this::recentItem).toList());
        recent.setDisable(viewModel.recent().isEmpty());
    }

    private MenuItem recentItem(Path path) {
        return item(path.toString(), () -> viewModel.open(path));
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        // With mnemonics parsed, the first underscore of a file name would be swallowed.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
