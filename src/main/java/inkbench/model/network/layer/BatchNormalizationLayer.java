package inkbench.model.network.layer;

import java.util.Arrays;
import java.util.List;

import inkbench.model.LayerSpec.BatchNormalization;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/**
 * Batch normalisation over the whole batch, not over a shard of it: each shard sums, one piece combines the sums in the order
 * of the shards, each shard goes on. Before and behind it share the gradient, unless there is none before.
 *
 * <p>Channels lie next to each other and are few. So what is known of them is repeated up to a longer tile, and the loops over
 * values run along tiles.
 */
public final class BatchNormalizationLayer implements Layer {
    // With 2,048 all tiles of a loop stay in the cache next to the processor; with 4,096 the layer took a quarter longer.
    private static final int LONGEST_TILE = 2048;

    private final Signal input;
    private final Signal output;
    private final int channels;
    private final int tile;
    private final Tensor weights;
    private final Tensor gradients;
    private final long offset;
    private final Lane[] lanes;
    private final float[] parameters;
    private final float[] parameterGradients;

    // Of the batch at hand; set by one piece, read by all shards.
    private final double[] inverseDeviation;
    private final float[] mean;
    private final float[] scale;
    private final float[] beta;
    private final float[] slope;
    private final float[] constant;

    /** What a shard works with, and its sums for every channel. */
    private static final class Lane {
        private final float[] values;
        private final float[] gradient;
        private final float[] shift;
        private final float[] firstAddends;
        private final float[] secondAddends;
        private final double[] first;
        private final double[] second;

        Lane(int tile, int channels) {
            values = new float[tile];
            gradient = new float[tile];
            shift = new float[tile];
            firstAddends = new float[tile];
            secondAddends = new float[tile];
            first = new double[channels];
            second = new double[channels];
        }

        void clear() {
            Arrays.fill(firstAddends, 0);
            Arrays.fill(secondAddends, 0);
        }

        /** From sums for each place of a tile to sums for each channel. */
        void fold() {
            fold(firstAddends, first);
            fold(secondAddends, second);
        }

        private static void fold(float[] addends, double[] sums) {
            Arrays.fill(sums, 0);
            for (int i = 0; i < addends.length; i += sums.length) {
                for (int channel = 0; channel < sums.length; channel++) {
                    sums[channel] += addends[i + channel];
                }
            }
        }
    }

    /**
     * Binds a layer.
     *
     * @param weights
     *            all parameters of the network; this layer's lie at {@code offset}, in the order of {@link BatchNormalization}
     * @param gradients
     *            theirs, in the same layout; null in a network that only predicts
     */
    public BatchNormalizationLayer(
            Signal input,
            Signal output,
            Tensor weights,
            Tensor gradients,
            int offset,
            int shards) {
        this.input = input;
        this.output = output;
        this.weights = weights;
        this.gradients = gradients;
        this.offset = offset;
        channels = input.shape().channels();
        int positions = input.shape().size() / channels;
        tile = channels * Math.clamp(LONGEST_TILE / channels, 1, positions);
        lanes = new Lane[shards];
        Arrays.setAll(lanes, _ -> new Lane(tile, channels));
        parameters = new float[4 * channels];
        parameterGradients = new float[2 * channels];
        inverseDeviation = new double[channels];
        mean = new float[tile];
        scale = new float[tile];
        beta = new float[tile];
        slope = new float[tile];
        constant = new float[tile];
    }

    @Override
    public List<Phase> forward() {
        return List.of(
                new Phase.OfShards(this::measure),
                new Phase.InPieces(1, (_, pass) -> combine(pass)),
                new Phase.OfShards(this::normalize));
    }

    /** Leaves the mean of every channel in the shard, and the sum of the squared deviations from it. */
    private void measure(int shard, Pass pass) {
        if (!pass.measuresBatch()) {
            return;
        }
        var lane = lanes[shard];
        long start = input.offset(pass.first(shard));
        long end = input.offset(pass.end(shard));
        // Sums of squares lose their digits where the mean is far from 0; so it is roughly removed before.
        estimateMean(lane, start, (int) Math.min(tile, end - start));
        lane.clear();
        for (long at = start; at < end; at += tile) {
            int length = (int) Math.min(tile, end - at);
            input.values().read(at, lane.values, length);
            addDeviations(lane.values, lane.shift, lane.firstAddends, lane.secondAddends, length);
        }
        lane.fold();
        double count = count(pass, shard);
        for (int channel = 0; channel < channels; channel++) {
            double sum = lane.first[channel];
            lane.first[channel] = lane.shift[channel] + sum / count;
            lane.second[channel] = Math.max(0, lane.second[channel] - sum * sum / count);
        }
    }

    private void estimateMean(Lane lane, long start, int length) {
        lane.clear();
        input.values().read(start, lane.firstAddends, length);
        lane.fold();
        for (int channel = 0; channel < channels; channel++) {
            lane.shift[channel] = (float) (lane.first[channel] * channels / length);
        }
        repeat(lane.shift);
    }

    private static void addDeviations(float[] values, float[] shift, float[] sums, float[] squares, int length) {
        for (int i = 0; i < length; i++) {
            float deviation = values[i] - shift[i];
            sums[i] += deviation;
            squares[i] += deviation * deviation;
        }
    }

    /** How many values of a channel a shard has. */
    private long count(Pass pass, int shard) {
        return input.offset(pass.end(shard) - pass.first(shard)) / channels;
    }

    private void combine(Pass pass) {
        weights.read(offset, parameters, parameters.length);
        for (int channel = 0; channel < channels; channel++) {
            if (pass.measuresBatch()) {
                follow(pass, channel);
            } else {
                take(channel, parameters[2 * channels + channel], parameters[3 * channels + channel]);
            }
        }
        if (pass.measuresBatch()) {
            weights.write(offset + 2L * channels, parameters, 2 * channels, 2 * channels);
        }
        repeat(mean);
        repeat(scale);
        repeat(beta);
    }

    /** Takes mean and variance of the batch, from those of the shards (Chan et al. 1979), and notes them in the state. */
    private void follow(Pass pass, int channel) {
        double samples = 0;
        double batchMean = 0;
        double squares = 0;
        for (int shard = 0; shard < lanes.length; shard++) {
            if (!pass.isEmpty(shard)) {
                double more = count(pass, shard);
                double difference = lanes[shard].first[channel] - batchMean;
                double share = more / (samples + more);
                batchMean += difference * share;
                squares += lanes[shard].second[channel] + difference * difference * samples * share;
                samples += more;
            }
        }
        double variance = squares / samples;
        blend(2 * channels + channel, batchMean, pass.freshness());
        blend(3 * channels + channel, variance, pass.freshness());
        take(channel, batchMean, variance);
    }

    private void blend(int place, double measured, double freshness) {
        parameters[place] = (float) ((1 - freshness) * parameters[place] + freshness * measured);
    }

    private void take(int channel, double channelMean, double variance) {
        inverseDeviation[channel] = 1 / Math.sqrt(variance + BatchNormalization.EPSILON);
        mean[channel] = (float) channelMean;
        scale[channel] = (float) (parameters[channel] * inverseDeviation[channel]);
        beta[channel] = parameters[channels + channel];
    }

    /** Fills a tile with its first channels. */
    private void repeat(float[] values) {
        for (int i = channels; i < tile; i += channels) {
            System.arraycopy(values, 0, values, i, channels);
        }
    }

    private void normalize(int shard, Pass pass) {
        var values = lanes[shard].values;
        long end = input.offset(pass.end(shard));
        for (long at = input.offset(pass.first(shard)); at < end; at += tile) {
            int length = (int) Math.min(tile, end - at);
            input.values().read(at, values, length);
            normalize(values, mean, scale, beta, length);
            output.values().write(at, values, 0, length);
        }
    }

    private static void normalize(float[] values, float[] mean, float[] scale, float[] beta, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = (values[i] - mean[i]) * scale[i] + beta[i];
        }
    }

    /**
     * With x̂ the normalised value: {@code dx = γ/√(variance + ε) · (dy − mean(dy) − x̂·mean(dy·x̂))}; without the means where
     * the batch was not measured, because mean and variance then don't depend on it.
     */
    @Override
    public List<Phase> backward() {
        var sums = new Phase.OfShards(this::sumGradients);
        var combination = new Phase.InPieces(1, (_, pass) -> combineGradients(pass));
        return input.gradient() == null
                ? List.of(sums, combination)
                : List.of(sums, combination, new Phase.OfShards(this::passBack));
    }

    private void sumGradients(int shard, Pass pass) {
        var lane = lanes[shard];
        lane.clear();
        long end = input.offset(pass.end(shard));
        for (long at = input.offset(pass.first(shard)); at < end; at += tile) {
            int length = (int) Math.min(tile, end - at);
            input.values().read(at, lane.values, length);
            output.gradient().read(at, lane.gradient, length);
            addGradients(lane.values, lane.gradient, mean, lane.firstAddends, lane.secondAddends, length);
        }
        lane.fold();
    }

    private static void addGradients(
            float[] values,
            float[] gradient,
            float[] mean,
            float[] sums,
            float[] products,
            int length) {
        for (int i = 0; i < length; i++) {
            sums[i] += gradient[i];
            products[i] += gradient[i] * (values[i] - mean[i]);
        }
    }

    private void combineGradients(Pass pass) {
        double count = (double) pass.samples() * input.shape().size() / channels;
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0;
            double products = 0;
            for (int shard = 0; shard < lanes.length; shard++) {
                if (!pass.isEmpty(shard)) {
                    sum += lanes[shard].first[channel];
                    products += lanes[shard].second[channel];
                }
            }
            double inverse = inverseDeviation[channel];
            parameterGradients[channel] = (float) (products * inverse);
            parameterGradients[channels + channel] = (float) sum;
            boolean measured = pass.measuresBatch();
            slope[channel] = measured ? (float) (-scale[channel] * inverse * inverse * products / count) : 0;
            constant[channel] = measured ? (float) (-scale[channel] * sum / count) : 0;
        }
        gradients.write(offset, parameterGradients, 0, parameterGradients.length);
        repeat(slope);
        repeat(constant);
    }

    private void passBack(int shard, Pass pass) {
        var lane = lanes[shard];
        long end = input.offset(pass.end(shard));
        for (long at = input.offset(pass.first(shard)); at < end; at += tile) {
            int length = (int) Math.min(tile, end - at);
            input.values().read(at, lane.values, length);
            output.gradient().read(at, lane.gradient, length);
            passBack(lane.values, lane.gradient, length);
            input.gradient().write(at, lane.gradient, 0, length);
        }
    }

    private void passBack(float[] values, float[] gradient, int length) {
        var mean = this.mean;
        var scale = this.scale;
        var slope = this.slope;
        var constant = this.constant;
        for (int i = 0; i < length; i++) {
            gradient[i] = scale[i] * gradient[i] + slope[i] * (values[i] - mean[i]) + constant[i];
        }
    }
}
