package inkbench.desktop.data.findings;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import atlantafx.base.theme.Styles;
import inkbench.app.CatalogLibrary;
import inkbench.app.DataLibrary;
import inkbench.app.Workbench;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

/** The sets that the open one can be compared with: those that are installed, a file, a folder. */
final class CompareMenu extends MenuButton {
    private final Messages messages = Messages.of(CompareMenu.class);
    private final Workbench workbench;
    private final Session session;
    private final DuplicatesViewModel viewModel;
    private List<CatalogLibrary.Item> installed = List.of();

    CompareMenu(Workbench workbench, Session session, DuplicatesViewModel viewModel) {
        this.workbench = workbench;
        this.session = session;
        this.viewModel = viewModel;
        setId("compare");
        setText(messages.get("compare"));
        setGraphic(new FontIcon("fth-layers"));
        getStyleClass().add(Styles.SMALL);
        setMinWidth(USE_PREF_SIZE);
        Hints.on(this, messages.get("compare.hint"));
        session.data().subscribe(set -> setDisable(set == null));
        fill();
        look();
        // Something may have been fetched meanwhile.
        setOnShowing(event -> look());
    }

    private void look() {
        session.watch(workbench.catalog().look(), items -> {
            var now = items.stream().filter(CatalogLibrary.Item::installed).toList();
            if (!now.equals(installed)) {
                installed = now;
                fill();
            }
        });
    }

    private void fill() {
        var items = new ArrayList<MenuItem>();
        items.add(item("compare-builtin", messages.get("compare.builtin"), () -> compareWith(DataLibrary.BUILTIN)));
        for (var set : installed) {
            var entry = set.entry();
            items.add(
                    item(
                            "compare-" + entry.name(),
                            entry.title(),
                            () -> viewModel.compareWith(
                                    entry.title(),
                                    progress -> workbench.catalog().read(entry, progress))));
        }
        items.add(new SeparatorMenuItem());
        items.add(item("compare-file", messages.get("compare.file"), this::chooseFile));
        items.add(item("compare-folder", messages.get("compare.folder"), this::chooseFolder));
        getItems().setAll(items);
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("compare.file.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(messages.get("compare.type.all"), "*.*", "*"));
        compareWith(chooser.showOpenDialog(getScene().getWindow()));
    }

    private void chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("compare.folder.title"));
        compareWith(chooser.showDialog(getScene().getWindow()));
    }

    private void compareWith(File file) {
        if (file != null) {
            compareWith(file.getPath());
        }
    }

    private void compareWith(String nameOrPath) {
        viewModel.compareWith(nameOrPath, progress -> workbench.data().read(nameOrPath, progress));
    }

    private static MenuItem item(String id, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId(id);
        // With mnemonics parsed, the first underscore of a name would be swallowed.
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }
}
