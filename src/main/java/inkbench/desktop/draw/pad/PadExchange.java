package inkbench.desktop.draw.pad;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

import inkbench.app.photo.PhotoDigit;
import inkbench.app.strokes.StrokeSample;
import inkbench.app.strokes.StrokeSvg;
import inkbench.app.strokes.StrokeText;
import inkbench.desktop.common.PngPictures;
import inkbench.desktop.common.Session;
import inkbench.ink.Rasterizer;
import inkbench.text.Messages;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Takes drawings out of the pad and brings others in: clipboard, files, drops. */
final class PadExchange {
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination COPY_SVG = KeyCombination.valueOf("Shortcut+Shift+C");
    private static final KeyCombination COPY_STROKES = KeyCombination.valueOf("Shortcut+Alt+C");
    private static final KeyCombination PASTE = KeyCombination.valueOf("Shortcut+V");
    private static final List<String> ENDINGS = List.of(".jsonl", ".json", ".svg");
    private static final List<String> PHOTO_ENDINGS = List.of(".png", ".jpg", ".jpeg", ".bmp");
    /** Shorter side of a picture that is taken out, in pixels. */
    private static final double PICTURE_SIDE = 560;

    private final Messages messages = Messages.of(PadExchange.class);
    private final PadViewModel viewModel;
    private final DrawingPad pad;
    private final PadFiles files;
    private final Session session;

    PadExchange(PadViewModel viewModel, DrawingPad pad, PadFiles files, Session session) {
        this.viewModel = viewModel;
        this.pad = pad;
        this.files = files;
        this.session = session;
    }

    /** Gives the pad the context menu, takes what is dropped on it. */
    void install() {
        var menu = new ContextMenu();
        menu.setOnShowing(event -> menu.getItems().setAll(items()));
        // An empty menu would not be shown, and so never be filled.
        menu.getItems().setAll(items());
        pad.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(pad, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        pad.addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        pad.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    /** What can be done, for a menu that is about to be shown. */
    List<MenuItem> items() {
        return List.of(
                item("copy", COPY, this::copy, true),
                item("copy.svg", COPY_SVG, () -> copyText(svg()), true),
                item("copy.strokes", COPY_STROKES, () -> copyText(strokes()), true),
                item("paste", PASTE, this::paste, false),
                new SeparatorMenuItem(),
                item("open", null, this::open, false),
                new SeparatorMenuItem(),
                item("save.png", null, () -> save("png", this::png), true),
                item("save.svg", null, () -> save("svg", () -> text(svg())), true),
                item("save.strokes", null, () -> save("jsonl", () -> text(strokes())), true));
    }

    private MenuItem item(String key, KeyCombination keys, Runnable action, boolean needsInk) {
        var item = new MenuItem(messages.get(key));
        item.setId("pad-" + key.replace('.', '-'));
        item.setAccelerator(keys);
        item.setOnAction(event -> action.run());
        item.setDisable(needsInk && viewModel.drawing().isEmpty());
        return item;
    }

    /** Does what a key stands for, if it stands for something. */
    void key(KeyEvent event) {
        boolean ink = !viewModel.drawing().isEmpty();
        if (ink && COPY.match(event)) {
            copy();
        } else if (ink && COPY_SVG.match(event)) {
            copyText(svg());
        } else if (ink && COPY_STROKES.match(event)) {
            copyText(strokes());
        } else if (PASTE.match(event)) {
            paste();
        } else {
            return;
        }
        event.consume();
    }

    /** As a picture for those who take pictures, as strokes for those who take text. */
    private void copy() {
        var content = new ClipboardContent();
        content.putImage(pad.picture(PICTURE_SIDE));
        content.putString(strokes());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void copyText(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String svg() {
        return StrokeSvg.of(viewModel.drawing(), Rasterizer.PEN_WIDTH, viewModel.inverted().get());
    }

    private String strokes() {
        return StrokeText.of(new StrokeSample("drawing", OptionalInt.empty(), viewModel.drawing()));
    }

    private void paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            open(clipboard.getFiles().getFirst().toPath());
        } else if (clipboard.hasImage() && !(clipboard.hasString() && isStrokes(clipboard.getString()))) {
            paste(clipboard.getImage());
        } else if (clipboard.hasString()) {
            session.watch(files.read(clipboard.getString(), messages.get("clipboard")), this::place);
        } else {
            session.problem().set(messages.get("paste.nothing"));
        }
    }

    /** What this pad copies is a picture too, but the strokes say more. */
    private static boolean isStrokes(String text) {
        return text.startsWith("{") || StrokeSvg.looksLike(text);
    }

    private void paste(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var colours = new int[Math.multiplyExact(width, height)];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), colours, 0, width);
        session.watch(files.readPhoto(colours, width, height, messages.get("clipboard")), this::place);
    }

    private void place(PhotoDigit photo) {
        viewModel.place(photo);
        pad.requestFocus();
    }

    private void place(List<StrokeSample> samples) {
        viewModel.place(samples.getFirst().drawing());
        pad.requestFocus();
    }

    private void open() {
        var chooser = new FileChooser();
        var patterns = Stream.of(ENDINGS, PHOTO_ENDINGS)
                .flatMap(List::stream).map(ending -> "*" + ending).toList();
        chooser.getExtensionFilters().add(new ExtensionFilter(messages.get("open.type"), patterns));
        var file = chooser.showOpenDialog(pad.getScene().getWindow());
        if (file != null) {
            open(file.toPath());
        }
    }

    private void open(Path file) {
        if (endsWith(file.getFileName().toString(), PHOTO_ENDINGS)) {
            session.watch(files.openPhoto(file), this::place);
            return;
        }
        session.watch(files.open(file), this::place);
    }

    /** What else is dropped is for the window: data sets, models. */
    private void dragOver(DragEvent event) {
        if (event.getDragboard().getFiles().stream().anyMatch(PadExchange::isDrawing)) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        event.getDragboard().getFiles().stream().filter(PadExchange::isDrawing).findFirst().ifPresent(file -> {
            open(file.toPath());
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private static boolean isDrawing(File file) {
        return endsWith(file.getName(), ENDINGS) || endsWith(file.getName(), PHOTO_ENDINGS);
    }

    private static boolean endsWith(String name, List<String> endings) {
        return endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private Callable<byte[]> png() {
        var picture = pad.picture(PICTURE_SIDE);
        return () -> PngPictures.encode(picture);
    }

    private static Callable<byte[]> text(String text) {
        return () -> text.getBytes(StandardCharsets.UTF_8);
    }

    private void save(String ending, Supplier<Callable<byte[]>> content) {
        var chooser = new FileChooser();
        chooser.setInitialFileName(messages.get("save.name") + "." + ending);
        chooser.getExtensionFilters().add(new ExtensionFilter(messages.get("save.type." + ending), "*." + ending));
        var file = chooser.showSaveDialog(pad.getScene().getWindow());
        if (file != null) {
            session.watch(files.save(file.toPath(), content.get()), saved -> {});
        }
    }
}
