package inkbench.desktop.evaluate;

import inkbench.app.Workbench;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.desktop.common.SetChanges;
import inkbench.desktop.common.Theme;
import inkbench.desktop.common.correction.SetCorrections;
import inkbench.desktop.evaluate.comparison.ComparisonViewModel;
import inkbench.desktop.evaluate.comparison.OtherModels;
import inkbench.desktop.evaluate.failures.FailuresViewModel;
import inkbench.desktop.evaluate.parts.PartsViewModel;
import inkbench.desktop.evaluate.review.ReviewViewModel;
import inkbench.desktop.evaluate.robustness.RobustnessViewModel;
import inkbench.text.Messages;
import javafx.application.Platform;
import javafx.scene.Node;

/** Where does the model fail? */
public final class EvaluatePlace implements Place {
    private final EvaluateViewModel viewModel;
    private final SummaryViewModel summary;
    private final PartsViewModel parts;
    private final ComparisonViewModel comparison;
    private final ReviewViewModel review;
    private final RobustnessViewModel robustness;
    private final FailuresViewModel failures;
    private final Exports exports;
    private final SetChanges changes;
    private final Theme theme;
    private EvaluateView view;

    /** Makes the place; it follows the session's data, model and evaluation. */
    public EvaluatePlace(Workbench workbench, Session session, Theme theme, SetCorrections corrections) {
        this(
                new EvaluateViewModel(
                        (model, images) -> workbench.reading().evaluate(model, images),
                        images -> workbench.browsing().statistics(images.name(), images),
                        session),
                workbench,
                session,
                theme,
                corrections);
    }

    EvaluatePlace(
            EvaluateViewModel viewModel,
            Workbench workbench,
            Session session,
            Theme theme,
            SetCorrections corrections) {
        this(
                viewModel,
                new SummaryViewModel(viewModel.evaluation(), workbench.reading()::summarise, session),
                new PartsViewModel(
                        viewModel.parts(),
                        viewModel.evaluations(),
                        workbench.reading()::summarise,
                        session),
                new ComparisonViewModel(viewModel.evaluation(), OtherModels.of(workbench), session),
                new ReviewViewModel(workbench.reviews(), corrections, session, viewModel.part()),
                new RobustnessViewModel(
                        viewModel.evaluation(),
                        workbench.robustness(),
                        OtherModels.of(workbench),
                        session,
                        Platform::runLater),
                new FailuresViewModel(
                        viewModel.evaluation(),
                        viewModel.part(),
                        workbench.reading()::failures,
                        workbench.explaining(),
                        session,
                        Platform::runLater),
                new Exports(workbench.files(), session),
                new SetChanges(workbench.adjustments(), session),
                theme);
    }

    private EvaluatePlace(
            EvaluateViewModel viewModel,
            SummaryViewModel summary,
            PartsViewModel parts,
            ComparisonViewModel comparison,
            ReviewViewModel review,
            RobustnessViewModel robustness,
            FailuresViewModel failures,
            Exports exports,
            SetChanges changes,
            Theme theme) {
        this.viewModel = viewModel;
        this.summary = summary;
        this.parts = parts;
        this.comparison = comparison;
        this.review = review;
        this.robustness = robustness;
        this.failures = failures;
        this.exports = exports;
        this.changes = changes;
        this.theme = theme;
    }

    @Override
    public String id() {
        return "evaluate";
    }

    @Override
    public String title() {
        return Messages.of(EvaluatePlace.class).get("place.title");
    }

    @Override
    public String icon() {
        return "fth-target";
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new EvaluateView(viewModel, summary, parts, comparison, review, robustness, failures, exports,
                    changes, theme);
        }
        return view;
    }
}
