package inkbench.desktop.data.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import inkbench.app.browse.ImageOrder;
import inkbench.app.browse.ImageTable;
import inkbench.data.Images;
import inkbench.desktop.common.image.ImageMark;
import inkbench.desktop.data.selection.ImagesViewModel;
import inkbench.statistics.ImageFigures;
import inkbench.statistics.StatisticsFiles;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** What is said of the images in the grid and of the chosen one. Only for the FX thread. */
final class GridViewModel {
    private final ImagesViewModel images;
    private final Messages messages = Messages.of(GridViewModel.class);
    private final BooleanProperty enlarged = new SimpleBooleanProperty();

    GridViewModel(ImagesViewModel images) {
        this.images = images;
    }

    /** What is looked at. */
    ImagesViewModel images() {
        return images;
    }

    /** Whether the chosen image fills the place. */
    BooleanProperty enlarged() {
        return enlarged;
    }

    /** The orders that the images can be put in. */
    List<ImageOrder> orders() {
        var all = images.collection().get();
        return all == null
                ? List.of(ImageOrder.INDEX)
                : Stream.of(ImageOrder.values()).filter(order -> order.possible(all)).toList();
    }

    /** What an order is called. */
    String name(ImageOrder order) {
        return messages.get("order." + order.name());
    }

    /** One of the shown images in words. */
    String describe(int index) {
        return images.describe(images.shown().get().position(index));
    }

    /** How one of the shown images is marked. */
    ImageMark mark(int index) {
        var shown = images.shown().get();
        var all = shown.collection();
        int position = shown.position(index);
        if (all.excluded(position)) {
            return ImageMark.CROSSED;
        }
        return all.relabelled(position) ? ImageMark.CORNER : ImageMark.NONE;
    }

    /**
     * Chooses the shown image with a number, the next one where several parts have it.
     *
     * @return what is wrong with the number, or null
     */
    String goTo(String typed) {
        var shown = images.shown().get();
        var number = number(typed);
        if (shown == null || number.isEmpty()) {
            return messages.get("search.number");
        }
        int found = shown.findNumber(number.getAsInt(), shown.find(images.selected().get()));
        if (found < 0) {
            return messages.get("search.none", number.getAsInt());
        }
        images.selected().set(shown.position(found));
        return null;
    }

    /** Chooses another image as many places on. */
    void move(int by) {
        var shown = images.shown().get();
        if (shown != null && shown.size() > 0) {
            int at = shown.find(images.selected().get());
            images.selected().set(shown.position(Math.clamp(at + by, 0, shown.size() - 1)));
        }
    }

    /** Figures of the chosen image, a line each. */
    List<String> figures() {
        int position = images.selected().get();
        var all = images.collection().get();
        var figures = ImageFigures.of(all.image(position), all.width());
        var lines = new ArrayList<String>();
        lines.add(messages.get("figure.mean", figures.mean(), figures.inkShare()));
        if (figures.inkShare() > 0) {
            lines.add(messages.get("figure.centre", figures.centreX(), figures.centreY()));
        }
        images.distance(position).ifPresent(distance -> lines.add(messages.get("figure.distance", distance)));
        if (all.predicted(position)) {
            lines.add(messages.get("figure.loss", all.loss(position)));
        }
        return lines;
    }

    /** What the writer of the chosen image is called; empty where nobody knows. */
    Optional<String> writer() {
        return images.collection().get().writer(images.selected().get());
    }

    /** What is said of the writer of the chosen image. */
    String describeWriter(String writer) {
        boolean only = images.filter().get().writers().equals(Set.of(writer));
        return messages.get(only ? "writer.all" : "writer.only", writer);
    }

    /** Shows only images by the writer of the chosen one, or all again. */
    void toggleWriter() {
        writer().ifPresent(images::toggleOnlyWriter);
    }

    /** One pixel of the chosen image in words. */
    String describePixel(int pixel) {
        Images all = images.collection().get();
        int value = all.image(images.selected().get())[pixel] & 0xFF;
        return messages.get("pixel", pixel % all.width(), pixel / all.width(), value);
    }

    /** The shown images as CSV, a row each, to be made on any thread. */
    Callable<String> csv() {
        var shown = images.shown().get();
        var distances = images.distances();
        return () -> StatisticsFiles.toCsv(ImageTable.of(shown, distances));
    }

    /** The chosen image as CSV, a row of pixels a line. */
    String pixelsCsv() {
        Images all = images.collection().get();
        int position = images.selected().get();
        if (all == null || position < 0) {
            return "";
        }
        var pixels = all.image(position);
        var text = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            text.append(pixels[i] & 0xFF).append((i + 1) % all.width() == 0 ? '\n' : ',');
        }
        return text.toString();
    }

    private static OptionalInt number(String typed) {
        var digits = typed.strip().replaceFirst("^#", "").replaceAll("[\\s,.'’]", "");
        try {
            return OptionalInt.of(Integer.parseUnsignedInt(digits));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
