package inkbench.desktop.common.image;

/**
 * Where the images of a grid lie, in device pixels from the top left of the first row.
 *
 * @param count
 *            how many images
 * @param columns
 *            at least 1
 * @param cellWidth
 *            from one image's left to the next one's
 * @param cellHeight
 *            from one row's top to the next one's
 * @param gap
 *            the part of a cell's width that is left free
 */
record GridLayout(int count, int columns, int cellWidth, int cellHeight, int gap) {
    /** As many columns as fit into {@code width}. */
    static GridLayout of(int count, int width, int cellWidth, int cellHeight, int gap) {
        return new GridLayout(count, Math.max(1, (width + gap) / cellWidth), cellWidth, cellHeight, gap);
    }

    int rows() {
        return Math.ceilDiv(count, columns);
    }

    /** Height of all rows together. */
    long height() {
        return Math.max(0, (long) rows() * cellHeight - gap);
    }

    int left(int index) {
        return index % columns * cellWidth;
    }

    long top(int index) {
        return (long) (index / columns) * cellHeight;
    }

    /** The first image of the row at a height. */
    int firstAt(long y) {
        return (int) (y / cellHeight) * columns;
    }

    /** The image at a place; −1 where there is none. */
    int indexAt(double x, double y) {
        int column = (int) Math.floor(x / cellWidth);
        long row = (long) Math.floor(y / cellHeight);
        if (column < 0 || column >= columns || row < 0 || row >= rows()) {
            return -1;
        }
        boolean inGap = x - (double) column * cellWidth >= cellWidth - gap
                || y - (double) row * cellHeight >= cellHeight - gap;
        long index = row * columns + column;
        return inGap || index >= count ? -1 : (int) index;
    }
}
