package inkbench.desktop.draw.handles;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import inkbench.desktop.draw.answer.ReadingNetwork;
import inkbench.desktop.draw.answer.Sweep;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;
import inkbench.ink.Shapes;

/**
 * How a drawing is bent before it is read.
 *
 * @param values
 *            one for each handle
 */
record Bend(Map<Handle, Double> values) {
    /** Leaves a drawing as it is. */
    static final Bend NONE = none();

    Bend {
        values = Map.copyOf(values);
    }

    private static Bend none() {
        var values = new EnumMap<Handle, Double>(Handle.class);
        Arrays.stream(Handle.values()).forEach(handle -> values.put(handle, handle.usual()));
        return new Bend(values);
    }

    double get(Handle handle) {
        return values.get(handle);
    }

    Bend with(Handle handle, double value) {
        var changed = new EnumMap<>(values);
        changed.put(handle, value);
        return new Bend(changed);
    }

    /** What the network is to be asked about a drawing that is bent so. */
    Sweep.Question question(ReadingNetwork network, Drawing drawing, Preparation preparation) {
        var bent = drawing;
        if (get(Handle.SLANT) != 0) {
            bent = Shapes.slanted(bent, get(Handle.SLANT));
        }
        if (get(Handle.ROTATION) != 0) {
            bent = Shapes.turned(bent, get(Handle.ROTATION));
        }
        return new Sweep.Question(
                network,
                bent,
                preparation.withBox(get(Handle.SIZE)).withPenWidth(get(Handle.THICKNESS)));
    }
}
