package inkbench.training.augmentation;

/**
 * How far training images may be changed, so that a network sees each of them in many versions. Every amount is a limit:
 * what happens to one image is drawn evenly from between minus and plus the limit, and 0 switches the kind off.
 *
 * <p>The constructor throws {@link IllegalArgumentException} for what is out of range.
 *
 * @param rotation
 *            degrees to either side, around the centre of the picture, in [0, 180]
 * @param shiftX
 *            pixels to the left or right, fractions included, in [0, 100]
 * @param shiftY
 *            pixels up or down, fractions included, in [0, 100]
 * @param scale
 *            share by which a picture becomes smaller or larger around its centre, in [0, 0.5]: 0.1 for factors 0.9…1.1
 * @param shear
 *            tangent of the angle by which upright strokes lean to either side, in [0, 1]
 * @param elasticAmplitude
 *            root mean square, in pixels, of the shifts in x and in y that a smooth random field gives to single pixels, in
 *            [0, 10]; no pixel moves more than 3.7 times as far. Strokes begin to fold at about half of the smoothness.
 * @param elasticSmoothness
 *            standard deviation, in pixels, of the Gaussian that the field looks smoothed with, in [2, 100]; without effect
 *            while the amplitude is 0
 * @param thickness
 *            how much strokes become thinner or thicker, in [0, 1]: 1 for one pixel on every side, and shares of it continuously
 */
public record Augmentation(
        double rotation,
        double shiftX,
        double shiftY,
        double scale,
        double shear,
        double elasticAmplitude,
        double elasticSmoothness,
        double thickness) {
    private static final double USUAL_SMOOTHNESS = 4;

    /** Every image as it is. */
    public static final Augmentation NONE = new Augmentation(0, 0, 0, 0, 0, 0, USUAL_SMOOTHNESS, 0);

    /** For digits of 28×28 pixels that are centred, such as MNIST's: another day, but the same hand. */
    public static final Augmentation DIGITS = NONE.withRotation(12)
            .withShift(2, 2)
            .withScale(0.12)
            .withShear(0.15)
            .withElastic(0.8, USUAL_SMOOTHNESS)
            .withThickness(0.3);

    public Augmentation {
        require("A rotation", rotation, 0, 180, "degrees");
        require("A shift in x", shiftX, 0, 100, "pixels");
        require("A shift in y", shiftY, 0, 100, "pixels");
        require("A change of scale", scale, 0, 0.5, "of the size");
        require("A shear", shear, 0, 1, "as a tangent");
        require("The amplitude of elastic distortion", elasticAmplitude, 0, 10, "pixels");
        require("The smoothness of elastic distortion", elasticSmoothness, 2, 100, "pixels");
        require("A change of thickness", thickness, 0, 1, "pixels");
    }

    /** Whether every image stays as it is. */
    public boolean isNone() {
        return rotation == 0 && shiftX == 0 && shiftY == 0 && scale == 0 && shear == 0 && elasticAmplitude == 0
                && thickness == 0;
    }

    /** The same with another limit in degrees. */
    public Augmentation withRotation(double degrees) {
        return new Augmentation(
                degrees, shiftX, shiftY, scale, shear, elasticAmplitude, elasticSmoothness, thickness);
    }

    /** The same with other limits in pixels. */
    public Augmentation withShift(double x, double y) {
        return new Augmentation(rotation, x, y, scale, shear, elasticAmplitude, elasticSmoothness, thickness);
    }

    /** The same with another share. */
    public Augmentation withScale(double share) {
        return new Augmentation(
                rotation, shiftX, shiftY, share, shear, elasticAmplitude, elasticSmoothness, thickness);
    }

    /** The same with another tangent. */
    public Augmentation withShear(double tangent) {
        return new Augmentation(
                rotation, shiftX, shiftY, scale, tangent, elasticAmplitude, elasticSmoothness, thickness);
    }

    /** The same with another field; both in pixels. */
    public Augmentation withElastic(double amplitude, double smoothness) {
        return new Augmentation(rotation, shiftX, shiftY, scale, shear, amplitude, smoothness, thickness);
    }

    /** The same with another limit in pixels. */
    public Augmentation withThickness(double pixels) {
        return new Augmentation(rotation, shiftX, shiftY, scale, shear, elasticAmplitude, elasticSmoothness, pixels);
    }

    private static void require(String what, double value, double least, double most, String unit) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    what + " lies in [" + least + ", " + most + "] " + unit + ": " + value);
        }
    }
}
