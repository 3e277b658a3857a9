package inkbench.desktop.common;

import inkbench.app.picture.ColourScale;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;

/** How the window looks: what the user chose and what follows from it. Only for the FX thread. */
public final class Theme {
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final BooleanProperty systemDark = new SimpleBooleanProperty();
    private final ObjectProperty<ColourScale> intensities = new SimpleObjectProperty<>(ColourScale.VIRIDIS);
    private final ObservableBooleanValue dark = Bindings.createBooleanBinding(
            () -> choice.get() == Choice.SYSTEM ? systemDark.get() : choice.get() == Choice.DARK,
            choice,
            systemDark);

    /** What a user can choose. */
    public enum Choice {
        /** As the system is at the time. */
        SYSTEM, LIGHT, DARK
    }

    /** What the user chose. */
    public ObjectProperty<Choice> choice() {
        return choice;
    }

    /** Whether the system is dark at the time; set by the shell. */
    public BooleanProperty systemDark() {
        return systemDark;
    }

    /** Whether the window is dark. */
    public ObservableBooleanValue dark() {
        return dark;
    }

    /** The scale for intensities and heat maps: {@link ColourScale#VIRIDIS} or {@link ColourScale#CIVIDIS}. */
    public ObjectProperty<ColourScale> intensities() {
        return intensities;
    }

    /** Makes the window dark if it is light, and light if it is dark. */
    public void toggle() {
        choice.set(dark.get() ? Choice.LIGHT : Choice.DARK);
    }
}
