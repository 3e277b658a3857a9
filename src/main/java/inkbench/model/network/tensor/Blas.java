package inkbench.model.network.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Products of row-major matrices on the calling thread alone. Each replaces what {@code c} held, where nothing else
 * is said. A stride is the distance
 * between the beginnings of two rows, which is larger than their length where a matrix is a part of another.
 */
public final class Blas {
    private Blas() {}

    /** {@code c[m,n] = a[m,k] · b[k,n]}; the rows of {@code b} and {@code c} lie without gaps. */
    public static void product(int m, int n, int k, FloatPointer a, int strideOfA, FloatPointer b, FloatPointer c) {
        NativeLibrary.operations();
        if (m == 1) {
            // sgemm would first copy all of b into blocks, to use each once.
            cblas_sgemv(CblasRowMajor, CblasTrans, k, n, 1, b, n, a, 1, 0, c, 1);
        } else {
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, strideOfA, b, n, 0, c, n);
        }
    }

    /** {@code c[m,n] = a[m,k] · b[k,n]}, or that added to {@code c}; no rows have gaps. */
    public static void product(int m, int n, int k, FloatPointer a, FloatPointer b, boolean add, FloatPointer c) {
        NativeLibrary.operations();
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, m, n, k, 1, a, k, b, n, add ? 1 : 0, c, n);
    }

    /** {@code c[m,n] = aᵀ · b[k,n]} with {@code a[k,m]}; the rows of {@code b} and {@code c} lie without gaps. */
    public static void productOfTransposed(
            int m,
            int n,
            int k,
            FloatPointer a,
            int strideOfA,
            FloatPointer b,
            FloatPointer c) {
        NativeLibrary.operations();
        cblas_sgemm(CblasRowMajor, CblasTrans, CblasNoTrans, m, n, k, 1, a, strideOfA, b, n, 0, c, n);
    }

    /** {@code c[m,n] = a[m,k] · bᵀ} with {@code b[n,k]}; the rows of {@code a} and {@code b} lie without gaps. */
    public static void productWithTransposed(
            int m,
            int n,
            int k,
            FloatPointer a,
            FloatPointer b,
            FloatPointer c,
            int strideOfC) {
        NativeLibrary.operations();
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, m, n, k, 1, a, k, b, k, 0, c, strideOfC);
    }
}
