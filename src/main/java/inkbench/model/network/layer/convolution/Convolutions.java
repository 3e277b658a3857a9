package inkbench.model.network.layer.convolution;

import java.util.function.IntFunction;
import java.util.function.LongFunction;

import inkbench.model.Activation;
import inkbench.model.network.layer.ShardLayer;
import inkbench.model.network.tensor.OneDnn;
import inkbench.model.network.tensor.Tensor;

/** Who computes convolutions. */
public enum Convolutions {
    /** oneDNN, without anything between. */
    ONE_DNN {
        @Override
        public boolean haveGroups() {
            return OneDnn.hasWinograd();
        }

        @Override
        public Activation ownActivation(Activation wanted, boolean first) {
            return Activation.IDENTITY;
        }

        @Override
        public IntFunction<ShardLayer> layer(ConvolutionBinding binding, boolean first, LongFunction<Tensor> buffers) {
            return shard -> new OneDnnConvolution(binding, shard);
        }
    },
    /** ND4J's library; matrix products in the first layer, because that one computes a gradient that nobody needs. */
    ND4J {
        @Override
        public Activation ownActivation(Activation wanted, boolean first) {
            return first ? wanted : Activation.IDENTITY;
        }

        @Override
        public IntFunction<ShardLayer> layer(ConvolutionBinding binding, boolean first, LongFunction<Tensor> buffers) {
            return first
                    ? shard -> new FirstConvolution(
                            binding,
                            shard,
                            buffers.apply(FirstConvolution.patchValues(binding)),
                            buffers.apply(binding.output().shape().size()))
                    : shard -> new Nd4jConvolution(binding, shard);
        }
    };

    /** The fastest that there is on this machine. */
    public static Convolutions fastest() {
        return OneDnn.isThere() ? ONE_DNN : ND4J;
    }

    /** Whether channels in groups make some of them quicker. */
    public boolean haveGroups() {
        return false;
    }

    /** The activation that the convolution itself can apply: the one wanted, or none. */
    public abstract Activation ownActivation(Activation wanted, boolean first);

    /**
     * Makes the layer for every shard.
     *
     * @param first
     *            whether no layer before has parameters
     * @param buffers
     *            makes a buffer of so many values
     */
    public abstract IntFunction<ShardLayer> layer(ConvolutionBinding binding, boolean first,
            LongFunction<Tensor> buffers);
}
