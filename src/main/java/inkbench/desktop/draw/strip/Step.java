package inkbench.desktop.draw.strip;

import inkbench.ink.Preparation;

/** One thing that happens to strokes on their way to the network. */
public enum Step {
    /** The ink is scaled to 20 pixels. */
    FIT,
    /** The centre of mass comes to the middle. */
    CENTRE,
    /** Edges are grey by area. */
    GREY,
    /** Slanted writing is sheared upright. */
    UPRIGHT;

    boolean isOn(Preparation preparation) {
        return switch (this) {
            case FIT -> preparation.fitted();
            case CENTRE -> preparation.centred();
            case GREY -> preparation.grey();
            case UPRIGHT -> preparation.deslanted();
        };
    }

    Preparation switched(Preparation preparation, boolean on) {
        return switch (this) {
            case FIT -> preparation.withFitted(on);
            case CENTRE -> preparation.withCentred(on);
            case GREY -> preparation.withGrey(on);
            case UPRIGHT -> preparation.withDeslanted(on);
        };
    }
}
