package inkbench.desktop.common;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

import inkbench.app.FileExports;
import inkbench.desktop.common.chart.ChartPane;
import inkbench.task.Job;
import inkbench.text.Messages;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javafx.stage.FileChooser;

/** Lets a user take a picture, and the numbers behind it, out of the window: by context menu and by keys. */
public final class Exports {
    private static final KeyCombination COPY_PICTURE = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination COPY_DATA = KeyCombination.valueOf("Shortcut+Shift+C");

    /** Pixels of a chart's picture for each logical one, fine enough for print. */
    private static final double CHART_SCALE = 2;

    /** Numbers that are written down at once, or later on another thread: one of the two. */
    private record Data(Supplier<String> now, Supplier<Callable<String>> later) {}

    private final FileExports files;
    private final Session session;
    private final Messages messages = Messages.of(Exports.class);

    /** Exports that write files with {@code files} and tell {@code session} how it goes. */
    public Exports(FileExports files, Session session) {
        this.files = files;
        this.session = session;
    }

    /**
     * Gives a node the context menu and the keys.
     *
     * @param node
     *            what the picture shows
     * @param name
     *            the file name that is proposed, without ending
     * @param data
     *            the numbers as CSV; asked for on the FX thread
     */
    public void install(Node node, Supplier<String> name, Supplier<String> data) {
        install(node, () -> picture(node), null, name, new Data(data, null));
    }

    /**
     * The same, with more entries at the beginning of the menu.
     *
     * @param first
     *            gives them each time the menu is shown
     */
    public void installWith(Supplier<List<MenuItem>> first, Node node, Supplier<String> name, Supplier<String> data) {
        begin(install(node, () -> picture(node), null, name, new Data(data, null)), first);
    }

    private static void begin(ContextMenu menu, Supplier<List<MenuItem>> first) {
        var usual = List.copyOf(menu.getItems());
        menu.setOnShowing(event -> {
            menu.getItems().setAll(first.get());
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().addAll(usual);
        });
    }

    /**
     * The same for numbers that take a while to be written down: they are chosen on the FX thread and written by a worker.
     *
     * @param data
     *            gives what makes the CSV on any thread
     */
    public void installLater(Node node, Supplier<String> name, Supplier<Callable<String>> data) {
        install(node, () -> picture(node), null, name, new Data(null, data));
    }

    /**
     * The same, with more entries at the beginning of the menu.
     *
     * @param first
     *            gives them each time the menu is shown
     */
    public void installLater(
            Node node,
            Supplier<String> name,
            Supplier<Callable<String>> data,
            Supplier<List<MenuItem>> first) {
        begin(install(node, () -> picture(node), null, name, new Data(null, data)), first);
    }

    /** The same, with another entry at the end of the menu. */
    public void installLater(Node node, Supplier<String> name, Supplier<Callable<String>> data, MenuItem further) {
        var menu = install(node, () -> picture(node), null, name, new Data(null, data));
        menu.getItems().addAll(new SeparatorMenuItem(), further);
    }

    /**
     * Gives a chart the context menu and the keys; it can be saved as a drawing as well.
     *
     * @param name
     *            the file name that is proposed, without ending
     */
    public void install(ChartPane chart, Supplier<String> name) {
        install(chart, () -> chart.image(CHART_SCALE), chart::svg, name, new Data(chart.chart()::csv, null));
    }

    /**
     * The same for what shows a chart but isn't painted as one: it can be saved as a drawing as well.
     *
     * @param drawing
     *            the chart as SVG; asked for on the FX thread
     */
    public void install(Node node, Supplier<String> name, Supplier<String> drawing, Supplier<String> data) {
        install(node, () -> picture(node), drawing, name, new Data(data, null));
    }

    /** Copies a table. */
    public void copy(String csv) {
        copyText(csv);
    }

    /**
     * Asks where to save a table.
     *
     * @param above
     *            in the window that asks
     * @param name
     *            the file name that is proposed, without ending
     */
    public void saveCsv(Node above, String name, Supplier<String> csv) {
        saveText(above, name + ".csv", "data", csv);
    }

    private ContextMenu install(
            Node node,
            Supplier<WritableImage> picture,
            Supplier<String> drawing,
            Supplier<String> name,
            Data data) {
        var menu = new ContextMenu(
                item("export.copy.picture", COPY_PICTURE, () -> copyPicture(picture.get())),
                item("export.copy.data", COPY_DATA, () -> copyData(data)),
                new SeparatorMenuItem(),
                item("export.save.picture", null, () -> savePicture(node, name.get(), picture)));
        if (drawing != null) {
            menu.getItems()
                    .add(item("export.save.drawing", null,
                            () -> saveText(node, name.get() + ".svg", "drawing", drawing)));
        }
        menu.getItems().add(item("export.save.data", null, () -> saveData(node, name.get() + ".csv", data)));
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(node, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (COPY_PICTURE.match(event)) {
                copyPicture(picture.get());
                event.consume();
            } else if (COPY_DATA.match(event)) {
                copyData(data);
                event.consume();
            }
        });
        return menu;
    }

    private MenuItem item(String key, KeyCombination keys, Runnable action) {
        var item = new MenuItem(messages.get(key));
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void copyPicture(WritableImage picture) {
        var content = new ClipboardContent();
        content.putImage(picture);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void copyData(Data data) {
        if (data.now() != null) {
            copyText(data.now().get());
        } else {
            session.watch(files.prepare(data.later().get()), Exports::copyText);
        }
    }

    private static void copyText(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void saveData(Node node, String proposal, Data data) {
        if (data.now() != null) {
            saveText(node, proposal, "data", data.now());
            return;
        }
        save(node, proposal, "export.type.data", file -> {
            var content = data.later().get();
            return files.save(file, () -> content.call().getBytes(StandardCharsets.UTF_8));
        });
    }

    private void savePicture(Node node, String name, Supplier<WritableImage> picture) {
        save(node, name + ".png", "export.type.picture", file -> {
            var taken = picture.get();
            return files.save(file, () -> PngPictures.encode(taken));
        });
    }

    private void saveText(Node node, String proposal, String type, Supplier<String> text) {
        save(node, proposal, "export.type." + type, file -> {
            var written = text.get();
            return files.save(file, () -> written.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void save(Node node, String proposal, String type, Function<Path, Job<Path>> write) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(proposal);
        String pattern = "*" + proposal.substring(proposal.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(messages.get(type), pattern));
        File file = chooser.showSaveDialog(node.getScene().getWindow());
        if (file != null) {
            session.watch(write.apply(file.toPath()), saved -> {});
        }
    }

    private static WritableImage picture(Node node) {
        var window = node.getScene().getWindow();
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(window.getOutputScaleX(), window.getOutputScaleY()));
        parameters.setFill(node.getScene().getFill() instanceof Color colour ? colour : Color.WHITE);
        return node.snapshot(parameters, null);
    }
}
