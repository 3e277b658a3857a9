package inkbench.desktop.data.findings;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import atlantafx.base.theme.Styles;
import inkbench.app.Workbench;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.correction.CorrectionsViewModel;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The duplicates or the outliers of the open set, as a list with the chosen one large. */
public final class FindingsCard extends VBox {
    private static final double HEADER_HEIGHT = 34;

    private final HBox header = new HBox(12);
    private final Segments<DataView> views;
    private final Supplier<DuplicatesPane> makeDuplicates;
    private final Supplier<OutliersPane> makeOutliers;
    /** Made when first looked at, because tables take their time. */
    private DuplicatesPane duplicates;
    private OutliersPane outliers;

    /** A card that shows what was found. */
    public FindingsCard(
            Workbench workbench,
            Session session,
            FindingsViewModel viewModel,
            CorrectionsViewModel corrections,
            Exports exports) {
        super(8);
        views = viewSwitch(viewModel);
        makeDuplicates = () -> new DuplicatesPane(
                viewModel,
                new CompareMenu(workbench, session, viewModel.duplicates()),
                session,
                exports);
        makeOutliers = () -> new OutliersPane(viewModel, corrections, session, exports);
        getStyleClass().addAll("card", "findings");
        // As high as in the head of the images, so that the switch doesn't jump.
        header.setMinHeight(HEADER_HEIGHT);
        header.setAlignment(Pos.CENTER_LEFT);
        viewModel.view().subscribe(this::turnTo);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                viewModel.view().set(DataView.IMAGES);
                event.consume();
            }
        });
    }

    /** The choice of what is looked at, for the head of a card. */
    public static Segments<DataView> viewSwitch(FindingsViewModel viewModel) {
        var messages = Messages.of(FindingsCard.class);
        var views = new Segments<>(
                List.of(DataView.values()),
                view -> messages.get("view." + view),
                viewModel.view());
        views.setMinWidth(USE_PREF_SIZE);
        views.getButtons().forEach(button -> {
            var view = (DataView) button.getUserData();
            button.setId("view-" + view.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(USE_PREF_SIZE);
            Hints.on(button, messages.get("view.hint." + view));
        });
        return views;
    }

    /** Takes the keys, after the choice in another card's head has brought this one. */
    public void focusSwitch() {
        views.getButtons()
                .stream()
                .filter(button -> button.isSelected())
                .findFirst()
                .ifPresent(button -> button.requestFocus());
    }

    private void turnTo(DataView view) {
        switch (view) {
            case IMAGES -> {
                // Another card is shown.
            }
            case DUPLICATES -> {
                duplicates = duplicates == null ? makeDuplicates.get() : duplicates;
                show(duplicates.header(), duplicates);
            }
            case OUTLIERS -> {
                outliers = outliers == null ? makeOutliers.get() : outliers;
                show(outliers.header(), outliers);
            }
        }
    }

    private void show(HBox head, HBox content) {
        header.getChildren().setAll(views, head);
        HBox.setHgrow(head, Priority.ALWAYS);
        getChildren().setAll(header, content);
        VBox.setVgrow(content, Priority.ALWAYS);
    }
}
