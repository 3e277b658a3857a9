package inkbench.model.network.tensor;

import static org.bytedeco.dnnl.global.dnnl.dnnl_version;

import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.stream;
import org.bytedeco.dnnl.IntMemoryMap;
import org.bytedeco.javacpp.Loader;

/**
 * oneDNN itself, on platforms for which the build brings it along. libnd4j has it built in, but reorders whatever it is given
 * into another layout and back, and computes gradients that nobody wants.
 */
public final class OneDnn {
    /** Channels in a group where a {@link Signal} has more than one. */
    public static final int GROUP = 16;

    private static final engine ENGINE = load();

    private OneDnn() {}

    private static engine load() {
        try {
            // First, because with it comes what confines OpenMP's threads.
            NativeLibrary.operations();
            Loader.load(dnnl.class);
            // Other runtimes would start threads of their own, which nobody confines.
            boolean openMp = dnnl_version().cpu_runtime() == dnnl.DNNL_RUNTIME_OMP;
            return openMp ? new engine(engine.kind.cpu, 0) : null;
        } catch (LinkageError _) {
            // There is no library for this platform.
            return null;
        }
    }

    /** Whether it can be used. */
    public static boolean isThere() {
        return ENGINE != null;
    }

    /** Its version, such as {@code 2.5.2}. */
    public static String version() {
        var version = dnnl_version();
        return version.major() + "." + version.minor() + "." + version.patch();
    }

    /** Whether it has Winograd's algorithm for this processor, which wants {@link #GROUP} channels in a group. */
    public static boolean hasWinograd() {
        return isThere()
                && (dnnl.dnnl_get_effective_cpu_isa() & dnnl.dnnl_cpu_isa_avx512_core) == dnnl.dnnl_cpu_isa_avx512_core;
    }

    /** What primitives are made on. They are made for as many threads as the thread has that makes them: for one. */
    public static engine engine() {
        NativeLibrary.operations();
        return ENGINE;
    }

    /** The attributes of every primitive: it works in memory that it is given, so that several can be at work at a time. */
    public static primitive_attr attributes() {
        var attributes = new primitive_attr();
        attributes.set_scratchpad_mode(dnnl.scratchpad_mode.user);
        return attributes;
    }

    /** Describes floats in a layout; {@code any} leaves it to the primitive. */
    public static memory.desc floats(memory.format_tag layout, long... shape) {
        return new memory.desc(shape, memory.data_type.f32, layout);
    }

    /** The values of a tensor from {@code offset} on. The tensor must outlive it. */
    public static memory of(Tensor tensor, long offset, memory.desc layout) {
        return new memory(layout, ENGINE, tensor.pointer(offset));
    }

    /** Memory of its own. */
    public static memory make(memory.desc layout) {
        return new memory(layout, ENGINE);
    }

    /** Binds a primitive to what it works on. */
    public static Runnable bind(primitive primitive, Argument... arguments) {
        var map = map(arguments);
        var stream = new stream(ENGINE);
        return () -> {
            NativeLibrary.operations();
            primitive.execute(stream, map);
        };
    }

    /**
     * Binds a primitive that needs room for its sums.
     *
     * @param scratchpad
     *            describes the room
     */
    public static Runnable bind(primitive primitive, memory.desc scratchpad, Argument... arguments) {
        long bytes = scratchpad.get_size();
        if (bytes == 0) {
            return bind(primitive, arguments);
        }
        var map = map(arguments);
        var room = new memory(scratchpad, ENGINE, null);
        map.put(dnnl.DNNL_ARG_SCRATCHPAD, room);
        var stream = new stream(ENGINE);
        return () -> {
            NativeLibrary.operations();
            room.set_data_handle(Scratchpad.ofThread(bytes));
            primitive.execute(stream, map);
        };
    }

    private static IntMemoryMap map(Argument... arguments) {
        var map = new IntMemoryMap();
        for (var argument : arguments) {
            map.put(argument.number(), argument.memory());
        }
        return map;
    }

    /**
     * One of the things that a primitive reads or writes.
     *
     * @param number
     *            {@code DNNL_ARG_…}
     */
    public record Argument(int number, memory memory) {}
}
