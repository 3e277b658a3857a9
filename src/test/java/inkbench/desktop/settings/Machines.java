package inkbench.desktop.settings;

import inkbench.app.machine.Machine;
import inkbench.model.network.Diagnostics;

/** Machines that are made up. */
final class Machines {
    static final Machine FAST = new Machine(
            "AMD EPYC 9B45",
            new Diagnostics("linux-x86_64-onednn-avx2", "2.5.2", "OPENBLAS", "AVX2", "AVX-512", 1, 2));
    static final Machine SLOW = new Machine(
            "aarch64",
            new Diagnostics("linux-arm64", null, "OPENBLAS", "generic", "generic", 1, 1));

    private Machines() {}
}
