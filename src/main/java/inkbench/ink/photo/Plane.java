package inkbench.ink.photo;

import java.util.Arrays;

/**
 * Values on a grid.
 *
 * @param values
 *            {@code height × width}, row by row
 */
record Plane(int width, int height, float[] values) {
    /** So many values tell a quantile well, and are soon sorted. */
    private static final int ENOUGH = 200_000;

    Plane(int width, int height) {
        this(width, height, new float[width * height]);
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    int longerSide() {
        return Math.max(width, height);
    }

    int shorterSide() {
        return Math.min(width, height);
    }

    /** The means of squares of {@code factor × factor}; those at the right and at the bottom may be cut off. */
    Plane shrunk(int factor) {
        if (factor <= 1) {
            return this;
        }
        var small = new Plane(Math.ceilDiv(width, factor), Math.ceilDiv(height, factor));
        for (int y = 0; y < small.height; y++) {
            int bottom = Math.min(height, (y + 1) * factor);
            for (int x = 0; x < small.width; x++) {
                int right = Math.min(width, (x + 1) * factor);
                double sum = 0;
                for (int row = y * factor; row < bottom; row++) {
                    for (int column = x * factor; column < right; column++) {
                        sum += at(column, row);
                    }
                }
                small.values[y * small.width + x] = (float) (sum / ((bottom - y * factor) * (right - x * factor)));
            }
        }
        return small;
    }

    /** Each value replaced by the least of the square around it that reaches {@code reach} values far. */
    Plane least(int reach) {
        return mapped(value -> -value).greatest(reach).mapped(value -> -value);
    }

    /** Each value replaced by the greatest of the square around it that reaches {@code reach} values far. */
    Plane greatest(int reach) {
        return greatestOfRow(reach).transposed().greatestOfRow(reach).transposed();
    }

    private Plane greatestOfRow(int reach) {
        var result = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float greatest = Float.NEGATIVE_INFINITY;
                for (int near = Math.max(0, x - reach); near <= Math.min(width - 1, x + reach); near++) {
                    greatest = Math.max(greatest, at(near, y));
                }
                result.values[y * width + x] = greatest;
            }
        }
        return result;
    }

    /** Each value replaced by the mean of the square around it that reaches {@code reach} values far. */
    Plane blurred(int reach) {
        return blurredRow(reach).transposed().blurredRow(reach).transposed();
    }

    private Plane blurredRow(int reach) {
        var result = new Plane(width, height);
        for (int y = 0; y < height; y++) {
            double sum = 0;
            for (int x = 0; x < Math.min(reach, width); x++) {
                sum += at(x, y);
            }
            for (int x = 0; x < width; x++) {
                sum += x + reach < width ? at(x + reach, y) : 0;
                sum -= x - reach - 1 >= 0 ? at(x - reach - 1, y) : 0;
                int count = Math.min(width - 1, x + reach) - Math.max(0, x - reach) + 1;
                result.values[y * width + x] = (float) (sum / count);
            }
        }
        return result;
    }

    private Plane transposed() {
        var result = new Plane(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result.values[x * height + y] = at(x, y);
            }
        }
        return result;
    }

    /** The value at a place between those of four neighbours, whose middles are at whole numbers. */
    float between(double x, double y) {
        double insideX = Math.clamp(x, 0, width - 1.0);
        double insideY = Math.clamp(y, 0, height - 1.0);
        int left = Math.min((int) insideX, Math.max(0, width - 2));
        int top = Math.min((int) insideY, Math.max(0, height - 2));
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double shareX = insideX - left;
        double shareY = insideY - top;
        double upper = at(left, top) * (1 - shareX) + at(right, top) * shareX;
        double lower = at(left, bottom) * (1 - shareX) + at(right, bottom) * shareX;
        return (float) (upper * (1 - shareY) + lower * shareY);
    }

    /**
     * Another size: every value is the mean of what it covers, taken between values where it covers less than one.
     *
     * @param step
     *            how many of the old values, along a side, become one
     */
    Plane resized(int newWidth, int newHeight, double step) {
        var result = new Plane(newWidth, newHeight);
        int samples = Math.max(1, (int) Math.ceil(step));
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                double sum = 0;
                for (int i = 0; i < samples; i++) {
                    for (int k = 0; k < samples; k++) {
                        sum += between(
                                (x + (k + 0.5) / samples) * step - 0.5,
                                (y + (i + 0.5) / samples) * step - 0.5);
                    }
                }
                result.values[y * newWidth + x] = (float) (sum / (samples * samples));
            }
        }
        return result;
    }

    /**
     * The same with a margin, in which whatever rises towards an edge goes on to rise: values mirrored at the edge's, in place
     * and in size.
     */
    Plane extended(int margin) {
        return extendedRows(margin).transposed().extendedRows(margin).transposed();
    }

    private Plane extendedRows(int margin) {
        var result = new Plane(width + 2 * margin, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < result.width; x++) {
                int place = x - margin;
                int edge = Math.clamp(place, 0, width - 1);
                int mirrored = Math.clamp(2L * edge - place, 0, width - 1);
                result.values[y * result.width + x] = 2 * at(edge, y) - at(mirrored, y);
            }
        }
        return result;
    }

    /** A part of it, with zeros where it reaches over the edge. */
    Plane part(int left, int top, int partWidth, int partHeight) {
        var result = new Plane(partWidth, partHeight);
        for (int y = 0; y < partHeight; y++) {
            for (int x = 0; x < partWidth; x++) {
                boolean inside = left + x >= 0 && left + x < width && top + y >= 0 && top + y < height;
                result.values[y * partWidth + x] = inside ? at(left + x, top + y) : 0;
            }
        }
        return result;
    }

    Plane mapped(Change change) {
        var result = new Plane(width, height);
        for (int i = 0; i < values.length; i++) {
            result.values[i] = change.of(values[i]);
        }
        return result;
    }

    /** The value that {@code share} of all lie below; of many, evenly chosen ones stand for all. */
    float quantile(double share) {
        int step = Math.ceilDiv(values.length, ENOUGH);
        var sorted = new float[Math.ceilDiv(values.length, step)];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[i * step];
        }
        Arrays.sort(sorted);
        return sorted[(int) Math.clamp(share * sorted.length, 0, sorted.length - 1.0)];
    }

    /** What becomes of a value. */
    @FunctionalInterface
    interface Change {
        float of(float value);
    }
}
