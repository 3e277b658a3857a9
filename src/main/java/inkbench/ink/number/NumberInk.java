package inkbench.ink.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import inkbench.ink.Drawing;

/**
 * A number of several digits in one drawing, and all the ways to divide it.
 *
 * <p>Strokes become pieces: those that cross go together, those that may join two digits are cut. Every row of pieces that is
 * not too wide is a candidate. Which of them are the digits is found by the best sum of logarithms along the number, of what a
 * reader thinks of every candidate and of how its size and the distances fit, by dynamic programming (Burges et al., "Shortest
 * path segmentation", 1992).
 */
public final class NumberInk {
    /** More become fewer by taking those together that overlap, and then the nearest. */
    private static final int MOST_PIECES = 64;
    private static final int MOST_PIECES_OF_A_DIGIT = 5;
    /** Strokes that cross and overlap by more than this part are one digit. */
    private static final double INSEPARABLE = 0.75;
    private static final double USUAL_HEIGHT = 0.75;
    /** No digit is lower than this share of the whole number's width. */
    private static final double LEAST_HEIGHT = 0.05;

    private final Spacing spacing;
    private final List<Piece> pieces;
    private final List<DigitCandidate> candidates;

    private NumberInk(Spacing spacing, List<Piece> pieces) {
        this.spacing = spacing;
        this.pieces = pieces;
        candidates = findCandidates();
    }

    /** Looks at a drawing, which isn't empty. */
    public static NumberInk of(Drawing drawing) {
        var whole = drawing.strokes().stream().map(stroke -> Piece.of(stroke, false)).toList();
        double height = digitHeight(whole);
        var parts = whole.size() > MOST_PIECES
                ? whole
                : drawing.strokes().stream().flatMap(stroke -> StrokeCuts.cut(stroke, height).stream()).toList();
        var spacing = new Spacing(height);
        return new NumberInk(spacing, fewer(inseparable(sorted(parts), spacing)));
    }

    /** What may be a digit, in no particular order. */
    public List<DigitCandidate> candidates() {
        return candidates;
    }

    /**
     * Divides the number.
     *
     * @param logarithms
     *            for every candidate the logarithm of how probable a reader finds it that this is a digit
     * @return the digits from left to right
     */
    public List<DigitCandidate> divide(double[] logarithms) {
        var best = new double[pieces.size() + 1];
        Arrays.fill(best, Double.NEGATIVE_INFINITY);
        best[0] = 0;
        // The last digit before a place; null where a joint was left out.
        var last = new DigitCandidate[pieces.size() + 1];
        for (int to = 1; to <= pieces.size(); to++) {
            for (int i = 0; i < candidates.size(); i++) {
                var candidate = candidates.get(i);
                if (candidate.to() == to) {
                    double score = best[candidate.from()] + candidate.shape() + logarithms[i] + edge(candidate);
                    if (last[to] == null || score > best[to]) {
                        best[to] = score;
                        last[to] = candidate;
                    }
                }
            }
            if (pieces.get(to - 1).joining()) {
                double without = best[to - 1] + Spacing.JOINT_LEFT_OUT;
                if (without > best[to]) {
                    best[to] = without;
                    last[to] = null;
                }
            }
        }
        var digits = new ArrayList<DigitCandidate>();
        for (int place = pieces.size(); place > 0;) {
            var digit = last[place];
            if (digit == null) {
                place--;
            } else {
                digits.add(digit);
                place = digit.from();
            }
        }
        return digits.reversed();
    }

    /** What separates a candidate from the piece before it. */
    private double edge(DigitCandidate candidate) {
        if (candidate.from() == 0) {
            return 0;
        }
        return spacing.separate(pieces.get(candidate.from() - 1), together(candidate.from(), candidate.to()));
    }

    private Piece together(int from, int to) {
        return Piece.of(pieces.subList(from, to));
    }

    private List<DigitCandidate> findCandidates() {
        var found = new ArrayList<DigitCandidate>();
        for (int from = 0; from < pieces.size(); from++) {
            var ink = pieces.get(from);
            double shape = 0;
            for (int to = from + 1; to <= pieces.size(); to++) {
                if (to > from + 1) {
                    var next = pieces.get(to - 1);
                    shape += spacing.join(ink, next);
                    ink = ink.with(next);
                    if (to - from > MOST_PIECES_OF_A_DIGIT || spacing.isTooWide(ink.box())) {
                        break;
                    }
                }
                found.add(new DigitCandidate(
                        new Drawing(ink.strokes()), ink.box(), from, to, shape + spacing.size(ink.box())));
            }
        }
        return List.copyOf(found);
    }

    /** How high most digits are: strokes over each other belong to the same. */
    private static double digitHeight(List<Piece> strokes) {
        var heights = new ArrayList<Double>();
        Box column = null;
        var boxes = strokes.stream().map(Piece::box).sorted(Comparator.comparingDouble(Box::left)).toList();
        for (var box : boxes) {
            if (column != null && column.overlap(box) > 0) {
                column = column.with(box);
            } else {
                if (column != null) {
                    heights.add(column.height());
                }
                column = box;
            }
        }
        heights.add(column.height());
        heights.sort(null);
        double usual = heights.get((int) Math.round(USUAL_HEIGHT * (heights.size() - 1)));
        return Math.max(usual, LEAST_HEIGHT * Box.around(boxes).width());
    }

    private static List<Piece> sorted(List<Piece> pieces) {
        return pieces.stream().sorted(Comparator.comparingDouble(piece -> piece.box().twiceMiddleX())).toList();
    }

    private static List<Piece> inseparable(List<Piece> pieces, Spacing spacing) {
        if (pieces.size() > MOST_PIECES) {
            return pieces;
        }
        var result = new ArrayList<>(pieces);
        for (int i = 0; i < result.size(); i++) {
            for (int k = i + 1; k < result.size(); k++) {
                var one = result.get(i);
                var other = result.get(k);
                boolean oneStroke = one.joining() || other.joining();
                if (!oneStroke && one.box().overlap(other.box()) >= INSEPARABLE
                        && !spacing.isTooWide(one.box().with(other.box())) && one.distanceTo(other) == 0) {
                    result.remove(k);
                    result.set(i, one.with(other));
                    k = i;
                }
            }
        }
        return sorted(result);
    }

    /** At most as many as can be divided in every way: parted where the gaps are widest. */
    private static List<Piece> fewer(List<Piece> pieces) {
        if (pieces.size() <= MOST_PIECES) {
            return pieces;
        }
        var fromLeft = pieces.stream().sorted(Comparator.comparingDouble(piece -> piece.box().left())).toList();
        var gaps = new double[fromLeft.size()];
        double right = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = fromLeft.get(i).box().left() - right;
            right = Math.max(right, fromLeft.get(i).box().right());
        }
        var widest = IntStream.range(0, gaps.length)
                .boxed()
                .filter(i -> gaps[i] > 0)
                .sorted(Comparator.comparingDouble(i -> -gaps[i]))
                .limit(MOST_PIECES)
                .sorted()
                .toList();
        var result = new ArrayList<Piece>();
        for (int i = 0; i < widest.size(); i++) {
            int to = i + 1 < widest.size() ? widest.get(i + 1) : gaps.length;
            result.add(Piece.of(fromLeft.subList(widest.get(i), to)));
        }
        return result;
    }
}
