package inkbench.desktop.common;

import java.util.Optional;

import atlantafx.base.theme.Styles;
import inkbench.data.format.image.ImageSize;
import inkbench.text.Messages;
import javafx.scene.control.Button;

/** Fits the images of the open set to what a network reads; there only where that is what they need. */
public final class FitButton extends Button {
    private final Messages messages = Messages.of(FitButton.class);
    private final SetChanges changes;

    /** A button that isn't there before {@link #show}. */
    public FitButton(SetChanges changes) {
        this.changes = changes;
        setText(messages.get("change.fit"));
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add(Styles.SMALL);
        show(Optional.empty());
    }

    /** Offers to fit the images to a size; nothing takes the offer away. */
    public void show(Optional<ImageSize> size) {
        setVisible(size.isPresent());
        setManaged(size.isPresent());
        size.ifPresent(to -> {
            Hints.on(this, messages.get("change.fit.tip", to.width(), to.height()));
            setOnAction(event -> changes.fit(to));
        });
    }
}
