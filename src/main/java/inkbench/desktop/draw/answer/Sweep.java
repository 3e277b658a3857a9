package inkbench.desktop.draw.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import inkbench.app.Reading.DrawingReading;
import inkbench.ink.Drawing;
import inkbench.ink.Preparation;

/**
 * Reads several drawings one after the other, so that the pen's own reading never waits for more than one of them. Only the
 * newest question is answered; what was asked before is given up. Asked and answered on the FX thread.
 */
public final class Sweep {
    private final Reader reader;
    private final Executor fxThread;
    private final Consumer<Throwable> failures;
    private final AtomicLong newest = new AtomicLong();
    private Object underWay;

    /**
     * One thing to be read.
     *
     * @param preparation
     *            how the drawing becomes a picture
     */
    public record Question(ReadingNetwork network, Drawing drawing, Preparation preparation) {}

    /**
     * A sweep without a question.
     *
     * @param fxThread
     *            where answers are handed back
     * @param failures
     *            hears, there, why the newest question has no answer
     */
    public Sweep(Reader reader, Executor fxThread, Consumer<Throwable> failures) {
        this.reader = reader;
        this.fxThread = fxThread;
        this.failures = failures;
    }

    /**
     * Reads all of the questions and hands the readings on, in their order, unless something else was asked meanwhile.
     *
     * @param about
     *            what the questions follow from; the same again while they are being read asks nothing: a run that trains brings
     *            new weights faster than many questions are answered
     */
    public void ask(Object about, List<Question> questions, Consumer<List<DrawingReading>> answers) {
        if (about.equals(underWay)) {
            return;
        }
        underWay = about;
        long asked = newest.incrementAndGet();
        next(asked, List.copyOf(questions), new ArrayList<>(), answers);
    }

    /** Gives up what was asked. */
    public void cancel() {
        underWay = null;
        newest.incrementAndGet();
    }

    private void next(
            long asked,
            List<Question> questions,
            List<DrawingReading> readings,
            Consumer<List<DrawingReading>> answers) {
        if (asked != newest.get()) {
            return;
        }
        if (readings.size() == questions.size()) {
            deliver(asked, () -> answers.accept(readings));
            return;
        }
        var question = questions.get(readings.size());
        reader.read(question.network, question.drawing, question.preparation).whenComplete((reading, failure) -> {
            if (failure == null) {
                readings.add(reading);
                next(asked, questions, readings, answers);
            } else {
                deliver(asked, () -> failures.accept(failure));
            }
        });
    }

    private void deliver(long asked, Runnable delivery) {
        fxThread.execute(() -> {
            if (asked == newest.get()) {
                underWay = null;
                delivery.run();
            }
        });
    }
}
