package inkbench.desktop.shell;

import java.util.List;

import inkbench.app.Workbench;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.DataPlace;
import inkbench.desktop.draw.DrawPlace;
import inkbench.desktop.evaluate.EvaluatePlace;
import inkbench.desktop.runs.RunsPlace;
import inkbench.desktop.train.TrainPlace;

/** The places of the window, in the order of the rail. */
final class Places {
    private Places() {}

    static List<Place> of(Workbench workbench, Session session) {
        var data = new DataPlace(workbench, session);
        return List.of(
                data,
                new TrainPlace(workbench, session),
                new EvaluatePlace(workbench, session, session.theme(), data.corrections()),
                new DrawPlace(workbench, session, session.theme()),
                new RunsPlace(workbench, session));
    }
}
