package inkbench.training.augmentation;

/**
 * What happens to one sample. Made once and drawn anew for every sample, because making one each time would leave millions
 * of them behind.
 */
final class Distortion {
    /** Radians, counter-clockwise as one sees it. */
    double angle;
    /** Pixels to the right. */
    double shiftX;
    /** Pixels down. */
    double shiftY;
    /** Factor; larger than 1 enlarges. */
    double scale = 1;
    /** Tangent; positive leans to the right, like italics. */
    double shear;
    /** Pixels on every side of a stroke; positive is thicker. */
    double thickness;

    /**
     * Draws all of it. Each kind has its own place in the order, so that switching one on or off doesn't change the others.
     */
    void draw(Augmentation limits, SampleRandom random) {
        angle = StrictMath.toRadians(random.within(limits.rotation()));
        shiftX = random.within(limits.shiftX());
        shiftY = random.within(limits.shiftY());
        scale = 1 + random.within(limits.scale());
        shear = random.within(limits.shear());
        thickness = random.within(limits.thickness());
    }
}
