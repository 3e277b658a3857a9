package inkbench.app.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import inkbench.data.Dataset;
import inkbench.ink.Drawing;
import inkbench.ink.Rasterizer;
import inkbench.ink.number.Box;
import inkbench.ink.number.NumberInk;
import inkbench.model.Architecture;
import inkbench.model.Prediction;
import inkbench.model.Weights;
import inkbench.model.network.Predictor;
import inkbench.task.Progress;
import inkbench.task.Workers;
import inkbench.text.Messages;

/** Reading numbers of several digits, with networks and a thread of their own. */
public final class NumberReading implements AutoCloseable {
    /** A network is often certain of what is no digit at all. */
    private static final double LEAST_PROBABILITY = 0.01;
    /** So much more than the network says do its doubts count beside sizes and gaps. */
    private static final double WEIGHT = 2;
    private static final int IMAGE = Rasterizer.SIZE * Rasterizer.SIZE;

    private final Workers worker = new Workers("inkbench-numbers", 1);
    private final Map<Architecture, Predictor> predictors = new ConcurrentHashMap<>();
    private final Messages messages = Messages.of(NumberReading.class);

    /**
     * Divides a drawing into digits and reads them; any thread may call, none waits.
     *
     * @param architecture
     *            a network that reads 28×28 pixels
     */
    public CompletableFuture<ReadNumber> read(Architecture architecture, Weights weights, Drawing drawing) {
        return worker.submit(messages.get("job.read"), progress -> divide(architecture, weights, drawing)).result();
    }

    /**
     * Reads digits that are divided already, such as by hand; any thread may call, none waits.
     *
     * @param digits
     *            from left to right, none of them empty
     */
    public CompletableFuture<ReadNumber> readDigits(
            Architecture architecture,
            Weights weights,
            List<Drawing> digits) {
        return worker.submit(
                messages.get("job.read"),
                progress -> new ReadNumber(predict(architecture, weights, digits))).result();
    }

    private ReadNumber divide(Architecture architecture, Weights weights, Drawing drawing) {
        if (drawing.isEmpty()) {
            return new ReadNumber(List.of());
        }
        var ink = NumberInk.of(drawing);
        var candidates = ink.candidates();
        var read = predict(architecture, weights, candidates.stream().map(one -> one.drawing()).toList());
        var logarithms = read.stream()
                .mapToDouble(digit -> WEIGHT * Math.log(Math.max(LEAST_PROBABILITY, digit.prediction().confidence())))
                .toArray();
        return new ReadNumber(
                ink.divide(logarithms).stream().map(digit -> read.get(candidates.indexOf(digit))).toList());
    }

    private List<NumberDigit> predict(Architecture architecture, Weights weights, List<Drawing> drawings) {
        if (drawings.isEmpty()) {
            return List.of();
        }
        var pictures = drawings.stream().map(Rasterizer::rasterize).toList();
        var pixels = new byte[pictures.size() * IMAGE];
        for (int i = 0; i < pictures.size(); i++) {
            System.arraycopy(pictures.get(i), 0, pixels, i * IMAGE, IMAGE);
        }
        var name = messages.get("job.read");
        var images = Dataset
                .of(name, Rasterizer.SIZE, Rasterizer.SIZE, Dataset.DIGITS, pixels, new byte[0], name);
        var answers = predictors.computeIfAbsent(architecture, Predictor::new)
                .predictAll(weights, images, Progress.NONE);
        var digits = new ArrayList<NumberDigit>();
        for (int i = 0; i < answers.length; i++) {
            var drawing = drawings.get(i);
            digits.add(
                    new NumberDigit(
                            drawing, Box.around(drawing.strokes()), pictures.get(i), new Prediction(answers[i])));
        }
        return digits;
    }

    @Override
    public void close() {
        worker.close();
        predictors.values().forEach(Predictor::close);
    }
}
