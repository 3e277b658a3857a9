package inkbench.desktop.train.settings.view;

import java.util.ArrayList;
import java.util.List;

import inkbench.app.AugmentedImages;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.image.DigitImage;
import inkbench.desktop.train.settings.AugmentationPreview;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** How far images are changed, with a few that are. */
final class AugmentationPane {
    private static final double EDGE = 56;
    private static final int COLUMNS = 4;

    private final Messages messages = Messages.of(AugmentationPane.class);
    private final List<DigitImage> pictures = new ArrayList<>();
    private final Fold fold;

    AugmentationPane(SettingsForm form, AugmentationPreview preview) {
        var augmentation = form.augmentation();
        var on = Hints.on(new CheckBox(messages.get("augmentation.on")), messages.get("augmentation.on.tip"));
        on.setId("augmentation-on");
        on.selectedProperty().bindBidirectional(augmentation.on());
        var others = Hints.on(new Button(messages.get("augmentation.others")), messages.get("augmentation.others.tip"));
        others.setId("augmentation-others");
        others.setOnAction(event -> preview.others());
        var details = new VBox(8, tiles(), others, new FieldGrid(augmentation.all()));
        details.visibleProperty().bind(augmentation.on());
        details.managedProperty().bind(augmentation.on());
        fold = new Fold("fold-augmentation", on, details);
        fold.textProperty()
                .bind(
                        augmentation.on()
                                .map(changes -> messages
                                        .get(changes ? "augmentation.title.on" : "augmentation.title")));
        preview.images().subscribe(this::show);
    }

    Fold fold() {
        return fold;
    }

    private TilePane tiles() {
        var tiles = new TilePane(8, 8);
        tiles.setId("augmentation-preview");
        tiles.setPrefColumns(COLUMNS);
        tiles.setAccessibleText(messages.get("augmentation.preview"));
        for (int i = 0; i < AugmentationPreview.COUNT; i++) {
            var picture = new DigitImage(EDGE);
            picture.setAccessibleText(messages.get("augmentation.image", i + 1));
            pictures.add(picture);
        }
        tiles.getChildren().setAll(pictures);
        return tiles;
    }

    private void show(AugmentedImages images) {
        for (int i = 0; i < pictures.size(); i++) {
            if (images != null && i < images.pixels().size()) {
                pictures.get(i).showInk(images.pixels().get(i), images.width(), images.height());
            } else {
                pictures.get(i).clear();
            }
        }
    }
}
