package inkbench.ink;

import java.util.Arrays;

/**
 * What part of every pixel is under ink: a bit for each of {@code 16 × 16} places in it. Ink that overlaps counts once.
 */
final class Coverage {
    private static final int PLACES = 16;
    private static final int SIDE = Rasterizer.SIZE * PLACES;
    private static final int WORDS = SIDE / Long.SIZE;
    private static final int PIXELS_PER_WORD = Long.SIZE / PLACES;

    private final double radius;
    private final long[] bits = new long[SIDE * WORDS];

    /**
     * Nothing covered yet.
     *
     * @param radius
     *            of the pen in pixels
     */
    Coverage(double radius) {
        this.radius = radius;
    }

    /**
     * Covers what a round pen touches on its straight way between two places, in pixels from the top left corner of the
     * picture. What lies outside is left out.
     */
    void add(double fromX, double fromY, double toX, double toY) {
        double length = Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
        double aside = length == 0 ? 0 : radius / length;
        double asideX = (fromY - toY) * aside;
        double asideY = (toX - fromX) * aside;
        int first = firstPlace(Math.min(fromY, toY) - radius);
        int last = lastPlace(Math.max(fromY, toY) + radius);
        for (int row = first; row <= last; row++) {
            double y = (row + 0.5) / PLACES;
            // The shape is convex: on a row it is one interval, which ends on a cap or on one of the two long edges.
            var interval = new Interval(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                    .withCap(fromX, fromY, radius, y)
                    .withCap(toX, toY, radius, y)
                    .withEdge(fromX + asideX, fromY + asideY, toX + asideX, toY + asideY, y)
                    .withEdge(fromX - asideX, fromY - asideY, toX - asideX, toY - asideY, y);
            cover(row, firstPlace(interval.left), lastPlace(interval.right));
        }
    }

    /** The first place whose middle is not before {@code pixels}. */
    private static int firstPlace(double pixels) {
        return (int) Math.max(0, Math.ceil(pixels * PLACES - 0.5));
    }

    /** The last place whose middle is not behind {@code pixels}. */
    private static int lastPlace(double pixels) {
        return (int) Math.min(SIDE - 1, Math.floor(pixels * PLACES - 0.5));
    }

    private void cover(int row, int first, int last) {
        if (first > last) {
            return;
        }
        int firstWord = first / Long.SIZE;
        int lastWord = last / Long.SIZE;
        for (int word = firstWord; word <= lastWord; word++) {
            long mask = -1L;
            if (word == firstWord) {
                mask &= -1L << first;
            }
            if (word == lastWord) {
                mask &= -1L >>> (Long.SIZE - 1 - last);
            }
            bits[row * WORDS + word] |= mask;
        }
    }

    /** Whether nothing of the picture is under ink. */
    boolean isEmpty() {
        return Arrays.stream(bits).allMatch(word -> word == 0);
    }

    /** The horizontal centre of mass, in pixels from the left edge. */
    double centreX() {
        long count = 0;
        long sum = 0;
        for (int i = 0; i < bits.length; i++) {
            int column = i % WORDS * Long.SIZE;
            for (long rest = bits[i]; rest != 0; rest &= rest - 1) {
                sum += column + Long.numberOfTrailingZeros(rest);
                count++;
            }
        }
        return ((double) sum / count + 0.5) / PLACES;
    }

    /** The vertical centre of mass, in pixels from the top edge. */
    double centreY() {
        long count = 0;
        long sum = 0;
        for (int i = 0; i < bits.length; i++) {
            int places = Long.bitCount(bits[i]);
            sum += (long) places * (i / WORDS);
            count += places;
        }
        return ((double) sum / count + 0.5) / PLACES;
    }

    /** The picture: 255 where a pixel is covered wholly, 0 where not at all. */
    byte[] toBytes() {
        var counts = new int[Rasterizer.SIZE * Rasterizer.SIZE];
        for (int i = 0; i < bits.length; i++) {
            int pixel = i / WORDS / PLACES * Rasterizer.SIZE + i % WORDS * PIXELS_PER_WORD;
            for (long rest = bits[i]; rest != 0; rest >>>= PLACES) {
                counts[pixel++] += Long.bitCount(rest & ((1L << PLACES) - 1));
            }
        }
        var pixels = new byte[counts.length];
        int whole = PLACES * PLACES;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ((counts[i] * 255 + whole / 2) / whole);
        }
        return pixels;
    }

    /** What is covered of one row; nothing if {@code left > right}. */
    private record Interval(double left, double right) {
        Interval withCap(double x, double y, double radius, double row) {
            double halfSquared = radius * radius - (row - y) * (row - y);
            if (halfSquared < 0) {
                return this;
            }
            double half = Math.sqrt(halfSquared);
            return new Interval(Math.min(left, x - half), Math.max(right, x + half));
        }

        Interval withEdge(double fromX, double fromY, double toX, double toY, double row) {
            if (fromY == toY || row < Math.min(fromY, toY) || row > Math.max(fromY, toY)) {
                return this;
            }
            double x = fromX + (toX - fromX) * ((row - fromY) / (toY - fromY));
            return new Interval(Math.min(left, x), Math.max(right, x));
        }
    }
}
