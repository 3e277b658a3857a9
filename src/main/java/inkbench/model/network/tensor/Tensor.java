package inkbench.model.network.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A native array of floats in row-major order, made once and used for every batch. */
public final class Tensor implements AutoCloseable {
    private final INDArray array;
    private final FloatPointer pointer;
    private final MemorySegment memory;

    /** Zeros. */
    @SuppressWarnings("restricted")
    public Tensor(long length) {
        NativeLibrary.operations();
        array = Nd4j.create(DataType.FLOAT, length);
        pointer = (FloatPointer) array.data().pointer();
        memory = MemorySegment.ofAddress(pointer.address()).reinterpret(length * Float.BYTES);
    }

    /** How many values there are. */
    public long length() {
        return array.length();
    }

    /** The values from {@code offset} on as an array of a shape; shares the memory. */
    public INDArray view(long offset, long... shape) {
        return Nd4j.create(array.data(), shape, Nd4j.getStrides(shape, 'c'), offset, 'c');
    }

    /** Where the value at {@code offset} lies, for BLAS. */
    public FloatPointer pointer(long offset) {
        return pointer.getPointer(FloatPointer.class, offset);
    }

    /** Copies {@code length} values from {@code offset} on to the beginning of {@code target}. */
    public void read(long offset, float[] target, int length) {
        MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, offset * Float.BYTES, target, 0, length);
    }

    /** Copies the bits of {@code length} values from {@code offset} on to the beginning of {@code target}. */
    public void readBits(long offset, int[] target, int length) {
        MemorySegment.copy(memory, ValueLayout.JAVA_INT, offset * Float.BYTES, target, 0, length);
    }

    /** Copies {@code length} values of {@code source} from {@code sourceOffset} on to {@code offset}. */
    public void write(long offset, float[] source, int sourceOffset, int length) {
        MemorySegment.copy(source, sourceOffset, memory, ValueLayout.JAVA_FLOAT, offset * Float.BYTES, length);
    }

    /** Copies the bits of {@code length} values from the beginning of {@code source} to {@code offset}. */
    public void writeBits(long offset, int[] source, int length) {
        MemorySegment.copy(source, 0, memory, ValueLayout.JAVA_INT, offset * Float.BYTES, length);
    }

    /** Frees the memory; nothing that shares it may be used afterwards. */
    @Override
    public void close() {
        array.close();
    }
}
