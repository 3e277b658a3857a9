package inkbench.model.network.layer.convolution;

import inkbench.model.LayerSpec.Convolution;
import inkbench.model.network.layer.ActivationFunction;
import inkbench.model.network.layer.ShardGradients;
import inkbench.model.network.tensor.Signal;
import inkbench.model.network.tensor.Tensor;

/**
 * What a convolution works on.
 *
 * @param input
 *            without a gradient where nobody needs it
 * @param function
 *            is applied to the convolution; its values are the output
 * @param weights
 *            all parameters of the network; this layer's {@code [kernel, kernel, inputChannels, filters]} lie at
 *            {@code offset}, its biases behind them
 * @param gradients
 *            takes theirs for every shard, in the same layout from 0 on; null in a network that only predicts
 * @param capacity
 *            the most samples that a batch can have
 */
public record ConvolutionBinding(
        Convolution spec,
        Signal input,
        Signal output,
        ActivationFunction function,
        Tensor weights,
        int offset,
        ShardGradients gradients,
        int shards,
        int capacity) {
    int channels() {
        return input.shape().channels();
    }

    int filters() {
        return output.shape().channels();
    }

    /** Where the biases lie among the layer's parameters. */
    int biases() {
        return spec.kernel() * spec.kernel() * channels() * filters();
    }

    /** Takes a shard's gradients; null in a network that only predicts. */
    Tensor gradients(int shard) {
        return gradients == null ? null : gradients.part(shard);
    }

    /** The most samples that a shard can have. */
    int shardCapacity() {
        return Math.ceilDiv(capacity, shards);
    }
}
