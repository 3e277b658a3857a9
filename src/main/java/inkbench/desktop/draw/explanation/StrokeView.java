package inkbench.desktop.draw.explanation;

import inkbench.app.explaining.StrokePicture;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

/** Strokes in colours, brought smoothly to one size. */
final class StrokeView extends Region {
    private final double edge;
    private final ImageView view = new ImageView();

    StrokeView(double edge) {
        this.edge = edge;
        view.setFitWidth(edge);
        view.setFitHeight(edge);
        view.setSmooth(true);
        getStyleClass().addAll("ink-picture", "explanation-map");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(view);
    }

    /** Shows a picture; null shows none. */
    void show(StrokePicture picture) {
        if (picture == null) {
            view.setImage(null);
            return;
        }
        int size = picture.edge();
        var image = new WritableImage(size, size);
        image.getPixelWriter().setPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), picture.argb(), 0, size);
        view.setImage(image);
    }

    @Override
    protected void layoutChildren() {
        view.relocate(getInsets().getLeft(), getInsets().getTop());
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return insets.getLeft() + edge + insets.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        return insets.getTop() + edge + insets.getBottom();
    }
}
