package inkbench.desktop.shell;

import java.util.List;
import java.util.Objects;

import javafx.scene.image.Image;

/** The icon in the title bar and among the running programs. */
final class AppIcon {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256);

    private AppIcon() {}

    /** Reads the icon in every size that systems ask for. */
    static List<Image> images() {
        return SIZES.stream().map(AppIcon::image).toList();
    }

    private static Image image(int size) {
        var resource = AppIcon.class.getResource("/inkbench/assets/icons/inkbench-" + size + ".png");
        return new Image(Objects.requireNonNull(resource).toExternalForm());
    }
}
