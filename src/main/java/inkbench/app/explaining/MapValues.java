package inkbench.app.explaining;

/** Values between the pixels of a map. */
final class MapValues {
    private MapValues() {}

    /**
     * The value at a place, linear between the middles of pixels.
     *
     * @param values
     *            row by row
     * @param width
     *            of the map in pixels
     * @param x
     *            in pixels from the left edge
     * @param y
     *            in pixels from the top edge
     * @return 0 outside
     */
    static double at(float[] values, int width, double x, double y) {
        int height = values.length / width;
        int column = (int) Math.floor(x - 0.5);
        int row = (int) Math.floor(y - 0.5);
        double right = x - 0.5 - column;
        double below = y - 0.5 - row;
        double sum = 0;
        for (int dy = 0; dy <= 1; dy++) {
            for (int dx = 0; dx <= 1; dx++) {
                boolean inside = column + dx >= 0 && column + dx < width && row + dy >= 0 && row + dy < height;
                double share = (dx == 0 ? 1 - right : right) * (dy == 0 ? 1 - below : below);
                sum += inside ? share * values[(row + dy) * width + column + dx] : 0;
            }
        }
        return sum;
    }
}
