package inkbench.app.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;

import inkbench.ink.Drawing;

/**
 * A photo of a drawing as a camera would have taken it: the light falls from one side, the sensor is noisy.
 *
 * @param size
 *            pixels of a side
 * @param share
 *            of the side that the drawing takes
 * @param pen
 *            width as a share of the drawing's longer side
 * @param paper
 *            brightness 0…255 where the light is brightest
 * @param inkLevel
 *            brightness 0…255 of the ink in the same light
 * @param shade
 *            how much of the light is missing at the dark end, 0…1
 * @param direction
 *            from where the light comes, in radians
 * @param noise
 *            standard deviation of every pixel
 */
record PaintedPhoto(
        int size,
        double share,
        double pen,
        int paper,
        int inkLevel,
        double shade,
        double direction,
        double noise) {
    static final PaintedPhoto PAPER = new PaintedPhoto(400, 0.5, 0.1, 225, 60, 0.35, 0.6, 4);

    BufferedImage of(Drawing drawing, Random random) {
        var ink = ink(drawing);
        var photo = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double covered = (ink.getRGB(x, y) & 0xff) / 255.0;
                double along = (Math.cos(direction) * (x - size / 2.0) + Math.sin(direction) * (y - size / 2.0)) / size;
                double light = 1 - shade * Math.clamp(along + 0.5, 0, 1);
                double level = (paper + covered * (inkLevel - paper)) * light + noise * random.nextGaussian();
                int grey = Math.clamp(Math.round(level), 0, 255);
                photo.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return photo;
    }

    private BufferedImage ink(Drawing drawing) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        double[] box = box(drawing);
        double longest = Math.max(box[2] - box[0], box[3] - box[1]);
        double scale = longest == 0 ? 1 : share * size / longest;
        graphics.setStroke(
                new BasicStroke((float) (pen * share * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (var stroke : drawing.strokes()) {
            var path = new Path2D.Double();
            for (var point : stroke.points()) {
                double x = size / 2.0 + (point.x() - (box[0] + box[2]) / 2) * scale;
                double y = size / 2.0 + (point.y() - (box[1] + box[3]) / 2) * scale;
                if (path.getCurrentPoint() == null) {
                    path.moveTo(x, y);
                }
                path.lineTo(x, y);
            }
            graphics.draw(path);
        }
        graphics.dispose();
        return image;
    }

    private static double[] box(Drawing drawing) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (var stroke : drawing.strokes()) {
            for (var point : stroke.points()) {
                box[0] = Math.min(box[0], point.x());
                box[1] = Math.min(box[1], point.y());
                box[2] = Math.max(box[2], point.x());
                box[3] = Math.max(box[3], point.y());
            }
        }
        return box;
    }
}
