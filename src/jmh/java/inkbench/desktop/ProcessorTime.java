package inkbench.desktop;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Predicate;

import com.sun.management.OperatingSystemMXBean;

/**
 * Who used the processors: seconds on a processor, since the process began or for each second of a measurement.
 *
 * @param fxThread
 *            the thread that events, layout and painting commands are on
 * @param renderThread
 *            the thread that makes pixels
 * @param training
 *            the trainer's thread and its helpers
 * @param rest
 *            the process's other threads, those of the JVM included
 */
record ProcessorTime(double fxThread, double renderThread, double training, double rest) {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Since the process began. */
    static ProcessorTime now() {
        double fx = seconds(name -> name.equals("JavaFX Application Thread"));
        double render = seconds(name -> name.startsWith("QuantumRenderer"));
        double training = seconds(name -> name.startsWith("inkbench-trainer"));
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double all = system.getProcessCpuTime() / NANOS_PER_SECOND;
        return new ProcessorTime(fx, render, training, all - fx - render - training);
    }

    /** What was used between an earlier moment and this, for each second. */
    ProcessorTime since(ProcessorTime earlier, double seconds) {
        return new ProcessorTime(
                (fxThread - earlier.fxThread) / seconds,
                (renderThread - earlier.renderThread) / seconds,
                (training - earlier.training) / seconds,
                (rest - earlier.rest) / seconds);
    }

    private static double seconds(Predicate<String> name) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && name.test(thread.getThreadName()))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum() / NANOS_PER_SECOND;
    }
}
