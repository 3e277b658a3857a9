package inkbench.ink.photo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pixels that hang together.
 *
 * @param pixels
 *            their indices
 * @param right
 *            the last column
 * @param bottom
 *            the last row
 */
record Blob(int[] pixels, int left, int top, int right, int bottom) {
    /**
     * The blobs of values from {@code faint} on, corners counting as contact, which have at least one from {@code clear} on.
     */
    static List<Blob> of(Plane plane, float faint, float clear) {
        var seen = new boolean[plane.values().length];
        var queue = new int[plane.values().length];
        var blobs = new ArrayList<Blob>();
        for (int start = 0; start < seen.length; start++) {
            if (!seen[start] && plane.values()[start] >= clear) {
                blobs.add(grown(plane, start, faint, seen, queue));
            }
        }
        return blobs;
    }

    private static Blob grown(Plane plane, int start, float faint, boolean[] seen, int[] queue) {
        int left = plane.width();
        int top = plane.height();
        int right = 0;
        int bottom = 0;
        int count = 1;
        queue[0] = start;
        seen[start] = true;
        for (int next = 0; next < count; next++) {
            int x = queue[next] % plane.width();
            int y = queue[next] / plane.width();
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            for (int row = Math.max(0, y - 1); row <= Math.min(plane.height() - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1); column <= Math.min(plane.width() - 1, x + 1); column++) {
                    int place = row * plane.width() + column;
                    if (!seen[place] && plane.values()[place] >= faint) {
                        seen[place] = true;
                        queue[count++] = place;
                    }
                }
            }
        }
        return new Blob(Arrays.copyOf(queue, count), left, top, right, bottom);
    }

    int area() {
        return pixels.length;
    }

    int longerSide() {
        return Math.max(right - left, bottom - top) + 1;
    }

    boolean touchesEdge(Plane plane) {
        return left == 0 || top == 0 || right == plane.width() - 1 || bottom == plane.height() - 1;
    }

    /** How far the boxes around two of them are from each other; 0 where they overlap. */
    int distanceTo(Blob other) {
        int across = Math.max(0, Math.max(left - other.right, other.left - right));
        int down = Math.max(0, Math.max(top - other.bottom, other.top - bottom));
        return Math.max(across, down);
    }
}
