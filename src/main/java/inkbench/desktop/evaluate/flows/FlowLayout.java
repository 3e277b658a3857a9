package inkbench.desktop.evaluate.flows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import inkbench.desktop.evaluate.matrix.Cell;
import inkbench.evaluation.ConfusionMatrix;

/**
 * Where the ribbons of an alluvial plot lie. The heights are to scale: as many images, as many pixels.
 *
 * @param truths
 *            the classes at the left, from the top
 * @param predictions
 *            the classes at the right
 * @param ribbons
 *            none without images, in the order of the classes at the left and then at the right
 */
record FlowLayout(List<Node> truths, List<Node> predictions, List<Ribbon> ribbons) {
    private static final double GAP = 6;
    /** A ribbon can be hit from so many pixels away. */
    private static final double REACH = 3;

    /**
     * A class at one side.
     *
     * @param top
     *            in logical pixels
     * @param height
     *            all ribbons of the class
     */
    record Node(double top, double height) {}

    /**
     * Divides a height.
     *
     * @param errorsOnly
     *            whether images that were read right are left out
     */
    static FlowLayout of(ConfusionMatrix matrix, double top, double height, boolean errorsOnly) {
        int classes = matrix.classCount();
        long shown = errorsOnly ? matrix.total() - matrix.correct() : matrix.total();
        double unit = shown == 0 ? 0 : Math.max(0, height - GAP * (classes - 1)) / shown;
        var truths = nodes(
                IntStream.range(0, classes)
                        .mapToDouble(c -> unit * (matrix.truthTotal(c) - (errorsOnly ? matrix.count(c, c) : 0)))
                        .toArray(),
                top);
        var predictions = nodes(
                IntStream.range(0, classes)
                        .mapToDouble(c -> unit * (matrix.predictionTotal(c) - (errorsOnly ? matrix.count(c, c) : 0)))
                        .toArray(),
                top);
        double[] filled = predictions.stream().mapToDouble(Node::top).toArray();
        var ribbons = new ArrayList<Ribbon>();
        for (int truth = 0; truth < classes; truth++) {
            double from = truths.get(truth).top();
            for (int prediction = 0; prediction < classes; prediction++) {
                var cell = new Cell(truth, prediction);
                long count = matrix.count(truth, prediction);
                if (count > 0 && !(errorsOnly && cell.right())) {
                    ribbons.add(new Ribbon(cell, count, from, filled[prediction], count * unit));
                    from += count * unit;
                    filled[prediction] += count * unit;
                }
            }
        }
        return new FlowLayout(truths, predictions, List.copyOf(ribbons));
    }

    private static List<Node> nodes(double[] heights, double top) {
        var nodes = new ArrayList<Node>();
        double y = top;
        for (double height : heights) {
            nodes.add(new Node(y, height));
            y += height + GAP;
        }
        return List.copyOf(nodes);
    }

    /**
     * The ribbon at a point: of several the thinnest, which could be hit nowhere else.
     *
     * @param way
     *            share of the way from the left to the right, 0…1
     */
    Optional<Ribbon> at(double way, double y) {
        return ribbons.stream()
                .filter(ribbon -> way >= 0 && way <= 1 && ribbon.distance(way, y) <= REACH)
                .min(
                        Comparator.comparing((Ribbon ribbon) -> ribbon.distance(way, y) > 0)
                                .thenComparingDouble(Ribbon::height));
    }
}
