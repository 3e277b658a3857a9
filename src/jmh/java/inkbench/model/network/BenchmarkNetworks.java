package inkbench.model.network;

import inkbench.model.Architecture;
import inkbench.model.Architectures;

/** The networks that benchmarks are run with, by the names they have as parameters. */
final class BenchmarkNetworks {
    private BenchmarkNetworks() {}

    static Architecture named(String name) {
        return switch (name) {
            case "mlp" -> Architectures.mlp();
            case "cnn" -> Architectures.cnn();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
