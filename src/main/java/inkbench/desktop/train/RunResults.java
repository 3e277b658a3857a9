package inkbench.desktop.train;

import java.time.InstantSource;
import java.util.function.DoubleConsumer;

import inkbench.app.group.MemberResult;
import inkbench.data.Dataset;
import inkbench.data.Part;
import inkbench.data.PartedDataset;
import inkbench.desktop.common.FinishedRun;
import inkbench.desktop.common.Session;
import inkbench.evaluation.Evaluation;
import inkbench.model.Model;
import inkbench.training.TrainingRun;
import inkbench.training.event.TrainingResult;

/** What runs leave to the rest of the app: models, evaluations, lines in the list of runs. Only for the FX thread. */
final class RunResults {
    private final Engine engine;
    private final Session session;
    private final InstantSource clock;

    RunResults(Engine engine, Session session, InstantSource clock) {
        this.engine = engine;
        this.session = session;
        this.clock = clock;
    }

    /**
     * Opens the model of a run and reads the test images with it, if there are any.
     *
     * @param onAccuracy
     *            hears the share of them that it reads right
     */
    void keep(String name, PartedDataset data, TrainingRun run, TrainingResult result, DoubleConsumer onAccuracy) {
        session.watch(engine.model(result, data), model -> {
            session.model().set(model);
            int place = session.runs().size();
            session.runs().add(finished(name, data, result, model));
            evaluate(model, data, (measured, evaluation) -> {
                engine.measured(run, measured, data, evaluation);
                session.runs().set(place, finished(name, data, result, measured));
                onAccuracy.accept(evaluation.accuracy());
            });
        });
    }

    /** Takes in a run of a group, which was tested already. */
    void add(String name, PartedDataset data, MemberResult member) {
        session.watch(engine.model(member.result(), data), model -> {
            var measured = model.withTestAccuracy(member.test().accuracy());
            session.runs().add(finished(name, data, member.result(), measured));
        });
    }

    /** Opens the model of one run of a group. */
    void open(PartedDataset data, MemberResult member) {
        session.watch(engine.model(member.result(), data), model -> {
            session.model().set(model);
            evaluate(model, data, (measured, evaluation) -> {});
        });
    }

    private void evaluate(Model unmeasured, PartedDataset data, Measured then) {
        data.part(Part.TEST)
                .filter(Dataset::labelled)
                .ifPresent(images -> session.watch(engine.evaluate(unmeasured, images), evaluation -> {
                    var model = unmeasured.withTestAccuracy(evaluation.accuracy());
                    then.take(model, evaluation);
                    // Meanwhile the user may have opened another model: that one stays, and its evaluation too.
                    if (session.model().get() == unmeasured) {
                        session.model().set(model);
                        session.evaluation().set(evaluation);
                    }
                }));
    }

    @FunctionalInterface
    private interface Measured {
        void take(Model model, Evaluation evaluation);
    }

    private FinishedRun finished(String name, PartedDataset data, TrainingResult result, Model model) {
        return new FinishedRun(name, data.name(), clock.instant(), result, model, model.origin().testAccuracy());
    }
}
