package inkbench.ink.photo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import inkbench.ink.PictureFit;
import inkbench.ink.Rasterizer;

/**
 * What is written in a photo or a scan, without what it was written on: shadows and the noise of the camera are taken away,
 * dark ink becomes light, specks are dropped, and what reaches over the edge, such as the border of the paper, is left out
 * where there is something else.
 */
public final class PhotoInk {
    /** Enough of a side to see a digit that takes a twentieth of it. */
    private static final int LONGEST_SIDE = 1000;
    /** From this size on, a pixel is so small that the means of neighbours lose no ink. */
    private static final int NOISY_SIDE = 300;
    private static final double PEAK_SHARE = 0.0003;
    private static final int LEAST_PEAK_PIXELS = 8;
    /** Of 255: less than paper and camera make by themselves. */
    private static final float LEAST_PEAK = 14;
    private static final float NOISES_OF_PEAK = 7;
    private static final float NOISES_OF_INK = 3.5f;
    private static final float FAINT = 0.3f;
    private static final float CLEAR = 0.55f;
    /** A smaller share of the largest blob is a speck wherever it is. */
    private static final double SPECK = 0.015;
    /** A smaller share of the largest blob is one if it lies apart. */
    private static final double SPECK_APART = 0.08;
    private static final double APART = 0.3;
    private static final double SUBSTANTIAL = 0.15;
    /** Along the longer side while the pen's width is changed. */
    private static final int WORKING_SIDE = 160;

    private final Plane ink;

    private PhotoInk(Plane ink) {
        this.ink = ink;
    }

    /**
     * Looks for ink.
     *
     * @param greys
     *            {@code height × width} unsigned bytes, row by row
     * @return the ink; nothing where there is none
     */
    public static Optional<PhotoInk> find(byte[] greys, int width, int height) {
        var full = new Plane(width, height);
        for (int i = 0; i < greys.length; i++) {
            full.values()[i] = Byte.toUnsignedInt(greys[i]);
        }
        var plane = full.shrunk(Math.ceilDiv(full.longerSide(), LONGEST_SIDE));
        var sharp = Ground.contrast(plane, Ground.isDarkOnLight(plane));
        var contrast = plane.longerSide() >= NOISY_SIDE ? sharp.blurred(1) : sharp;
        float noise = contrast.quantile(0.75);
        double peakShare = Math.max(PEAK_SHARE, (double) LEAST_PEAK_PIXELS / contrast.values().length);
        float peak = contrast.quantile(1 - peakShare);
        if (peak < Math.max(LEAST_PEAK, NOISES_OF_PEAK * Math.min(noise, LEAST_PEAK))) {
            return Optional.empty();
        }
        float faint = Math.max(FAINT * peak, NOISES_OF_INK * Math.min(noise, FAINT * LEAST_PEAK));
        var blobs = written(Blob.of(contrast, faint, CLEAR * peak), contrast);
        return blobs.isEmpty() ? Optional.empty() : Optional.of(new PhotoInk(cleaned(contrast, blobs, faint)));
    }

    /** Those that somebody wrote. */
    private static List<Blob> written(List<Blob> blobs, Plane plane) {
        var inside = blobs.stream().filter(blob -> !blob.touchesEdge(plane)).toList();
        var largestOfAll = largest(blobs);
        var largestInside = largest(inside);
        boolean leaveOutEdge = largestInside.isPresent()
                && (largestInside.get().longerSide() >= SUBSTANTIAL * plane.shorterSide()
                        || largestInside.get().area() >= SUBSTANTIAL * largestOfAll.orElseThrow().area());
        var candidates = leaveOutEdge ? inside : blobs;
        return largest(candidates).map(main -> candidates.stream().filter(blob -> !isSpeck(blob, main)).toList())
                .orElse(List.of());
    }

    private static Optional<Blob> largest(List<Blob> blobs) {
        return blobs.stream().max(Comparator.comparingInt(Blob::area));
    }

    private static boolean isSpeck(Blob blob, Blob main) {
        boolean apart = blob.distanceTo(main) > APART * main.longerSide();
        return blob.area() < (apart ? SPECK_APART : SPECK) * main.area();
    }

    /** Grey levels from 0 to 1 of the blobs and of what surrounds them by a pixel, cropped to them. */
    private static Plane cleaned(Plane contrast, List<Blob> blobs, float faint) {
        var kept = new Plane(contrast.width(), contrast.height());
        int left = contrast.width();
        int top = contrast.height();
        int right = 0;
        int bottom = 0;
        for (var blob : blobs) {
            for (int pixel : blob.pixels()) {
                kept.values()[pixel] = 1;
            }
            left = Math.min(left, blob.left());
            top = Math.min(top, blob.top());
            right = Math.max(right, blob.right());
            bottom = Math.max(bottom, blob.bottom());
        }
        var inked = new Plane(contrast.width(), contrast.height(), contrast.values().clone());
        float full = fullInk(contrast, blobs);
        float none = Math.min(faint / 2, full / 4);
        var nearby = kept.greatest(1);
        for (int i = 0; i < inked.values().length; i++) {
            float level = (inked.values()[i] - none) / (full - none);
            inked.values()[i] = nearby.values()[i] == 0 ? 0 : Math.clamp(level, 0, 1);
        }
        return inked.part(left, top, right - left + 1, bottom - top + 1);
    }

    /** The contrast of ink that covers a pixel wholly. */
    private static float fullInk(Plane contrast, List<Blob> blobs) {
        var values = new float[blobs.stream().mapToInt(Blob::area).sum()];
        int count = 0;
        for (var blob : blobs) {
            for (int pixel : blob.pixels()) {
                values[count++] = contrast.values()[pixel];
            }
        }
        return 0.9f * new Plane(count, 1, values).quantile(0.7);
    }

    /**
     * The ink by the rule by which strokes become pictures: its longer side 20 pixels, its centre of mass in the middle, the
     * strokes as wide as {@link Rasterizer} draws them.
     *
     * @return {@code 28 × 28} unsigned bytes, row by row, 0 for the ground
     */
    public byte[] fitted() {
        double step = (double) ink.longerSide() / WORKING_SIDE;
        var working = ink.resized(
                Math.max(1, (int) Math.round(ink.width() / step)),
                Math.max(1, (int) Math.round(ink.height() / step)),
                step);
        // The fit takes the darkest quarter for ground, of which the box around a 1 has too little.
        int frame = WORKING_SIDE / 2;
        var pen = PenWidth.normalized(working);
        var normalized = pen.part(-frame, -frame, pen.width() + 2 * frame, pen.height() + 2 * frame);
        var levels = new byte[normalized.values().length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(255 * normalized.values()[i]);
        }
        return new PictureFit(Rasterizer.SIZE, Rasterizer.SIZE)
                .fit(levels, normalized.width(), normalized.height());
    }
}
