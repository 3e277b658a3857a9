package inkbench.desktop.draw.handles;

import inkbench.ink.Rasterizer;

/** One way in which a drawing can be bent. */
enum Handle {
    /** Degrees to the right. */
    SLANT(-45, 45, 0),
    /** Degrees clockwise. */
    ROTATION(-90, 90, 0),
    /** Pixels of the longer side of 28. */
    SIZE(10, 28, Rasterizer.BOX),
    /** Of the pen, as a share of the longer side. */
    THICKNESS(0.04, 0.4, Rasterizer.PEN_WIDTH);

    private final double least;
    private final double most;
    private final double usual;

    Handle(double least, double most, double usual) {
        this.least = least;
        this.most = most;
        this.usual = usual;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** Where it changes nothing. */
    double usual() {
        return usual;
    }

    /** One of several values that are evenly spread from the least to the most. */
    double value(int index, int count) {
        return least + (most - least) * index / (count - 1);
    }
}
