package inkbench.training.augmentation;

/**
 * A smooth field of random shifts, one for every pixel, as in elastic distortion (Simard, Steinkraus &amp; Platt, "Best
 * Practices for Convolutional Neural Networks Applied to Visual Document Analysis", 2003).
 *
 * <p>They smooth a random number per pixel with a Gaussian. Here the random numbers are the coefficients of a uniform cubic
 * B-spline over a coarse lattice (Rueckert et al., "Nonrigid registration using free-form deformations", 1999). The spline's
 * basis function is nearly a Gaussian, with a variance of a third of the squared distance between nodes (Unser, "Splines: a
 * perfect fit for signal and image processing", 1999), so that a distance of {@code σ√3} gives the same smoothness for a
 * fraction of the work.
 */
final class ElasticField {
    // Mean over all positions of the sum of the four squared weights: the basis function's autocorrelation at 0.
    private static final double MEAN_SQUARE = 151.0 / 315;
    private static final int TAPS = 4;
    private static final int PER_LONG = Long.SIZE / Short.SIZE;

    private final int height;
    private final int width;
    private final int rows;
    private final int columns;
    private final float unit;
    private final int[] firstRow;
    private final float[] weightsY;
    private final int[] firstColumn;
    private final float[] weightsX;
    private final float[] coefficients;
    private final float[] stretchedX;
    private final float[] stretchedY;

    /**
     * Prepares weights and buffers.
     *
     * @param amplitude
     *            root mean square of the shifts, in whatever unit they are to have
     * @param smoothness
     *            σ in pixels
     */
    ElasticField(int height, int width, double amplitude, double smoothness) {
        this.height = height;
        this.width = width;
        double distance = smoothness * StrictMath.sqrt(3);
        firstRow = new int[height];
        weightsY = new float[height * TAPS];
        rows = prepare(height, distance, firstRow, weightsY);
        firstColumn = new int[width];
        weightsX = new float[width * TAPS];
        columns = prepare(width, distance, firstColumn, weightsX);
        // Coefficients are 16-bit numbers, evenly spread: their root mean square is 2^15/√3.
        unit = (float) (amplitude * StrictMath.sqrt(3) / MEAN_SQUARE / (1 << 15));
        coefficients = new float[Math.ceilDiv(2 * rows * columns, PER_LONG) * PER_LONG];
        stretchedX = new float[rows * width];
        stretchedY = new float[rows * width];
    }

    /**
     * Draws a field.
     *
     * @param shiftX
     *            receives {@code height × width} shifts to the right
     * @param shiftY
     *            receives as many shifts down
     */
    void draw(SampleRandom random, int[] shiftX, int[] shiftY) {
        drawCoefficients(random);
        stretch(0, stretchedX);
        stretch(rows * columns, stretchedY);
        for (int y = 0; y < height; y++) {
            interpolate(y, stretchedX, shiftX);
            interpolate(y, stretchedY, shiftY);
        }
    }

    private void drawCoefficients(SampleRandom random) {
        for (int i = 0; i < coefficients.length; i += PER_LONG) {
            long bits = random.next();
            coefficients[i] = (short) bits * unit;
            coefficients[i + 1] = (short) (bits >> Short.SIZE) * unit;
            coefficients[i + 2] = (short) (bits >> 2 * Short.SIZE) * unit;
            coefficients[i + 3] = (short) (bits >> 3 * Short.SIZE) * unit;
        }
    }

    /** Interpolates every row of coefficients for all columns of the picture. */
    private void stretch(int from, float[] target) {
        for (int row = 0, to = 0; row < rows; row++) {
            int first = from + row * columns;
            for (int x = 0, k = 0; x < width; x++, k += TAPS, to++) {
                int node = first + firstColumn[x];
                target[to] = weightsX[k] * coefficients[node]
                        + weightsX[k + 1] * coefficients[node + 1]
                        + weightsX[k + 2] * coefficients[node + 2]
                        + weightsX[k + 3] * coefficients[node + 3];
            }
        }
    }

    /** Interpolates one row of the picture. The shifts are of another type, so that the compiler makes vectors. */
    private void interpolate(int y, float[] source, int[] target) {
        float weight0 = weightsY[y * TAPS];
        float weight1 = weightsY[y * TAPS + 1];
        float weight2 = weightsY[y * TAPS + 2];
        float weight3 = weightsY[y * TAPS + 3];
        int row0 = firstRow[y] * width;
        int row1 = row0 + width;
        int row2 = row1 + width;
        int row3 = row2 + width;
        int to = y * width;
        for (int x = 0; x < width; x++) {
            target[to + x] = (int) (weight0 * source[row0 + x] + weight1 * source[row1 + x]
                    + weight2 * source[row2 + x]
                    + weight3 * source[row3 + x]);
        }
    }

    /** Says for every position the first of the nodes that have a weight there, and the weights. Returns how many nodes. */
    private static int prepare(int length, double distance, int[] first, float[] weights) {
        for (int i = 0; i < length; i++) {
            double position = i / distance;
            first[i] = (int) position;
            double t = position - first[i];
            double s = 1 - t;
            weights[i * TAPS] = (float) (s * s * s / 6);
            weights[i * TAPS + 1] = (float) ((3 * t * t * t - 6 * t * t + 4) / 6);
            weights[i * TAPS + 2] = (float) ((3 * s * s * s - 6 * s * s + 4) / 6);
            weights[i * TAPS + 3] = (float) (t * t * t / 6);
        }
        return first[length - 1] + TAPS;
    }
}
