package inkbench.model.network.tensor;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.factory.Nd4j;

/**
 * One operation of libnd4j with everything it works on bound once, so that a run is a single call into native code that
 * allocates nothing in Java. ND4J's executioner would look up shapes and build a context every time.
 */
public final class NativeOperation implements Runnable {
    private final String name;
    private final long hash;
    // Keeps its arrays, and with them the native memory, from being collected.
    private final OpContext context;

    public NativeOperation(String name, List<INDArray> inputs, List<INDArray> outputs, long... arguments) {
        this.name = name;
        hash = DynamicCustomOp.builder(name).build().opHash();
        context = Nd4j.getExecutioner().buildContext();
        for (int i = 0; i < inputs.size(); i++) {
            context.setInputArray(i, inputs.get(i));
        }
        for (int i = 0; i < outputs.size(); i++) {
            context.setOutputArray(i, outputs.get(i));
        }
        context.setIArguments(arguments);
        context.shapeFunctionOverride(true);
    }

    @Override
    public void run() {
        var operations = NativeLibrary.operations();
        if (operations.execCustomOp2(null, hash, context.contextPointer()) != 0) {
            throw new IllegalStateException(name + ": " + operations.lastErrorMessage());
        }
    }
}
