package inkbench.desktop.draw.explanation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import inkbench.app.explaining.Explaining;
import inkbench.desktop.common.Session;
import inkbench.desktop.draw.answer.AnswerViewModel;
import inkbench.desktop.draw.answer.ReadingNetwork;
import inkbench.desktop.draw.pad.PadViewModel;
import inkbench.explain.Activations;
import inkbench.explain.LayerPictures;
import inkbench.model.Architecture;
import inkbench.task.Job;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** What one layer of the network makes of the drawing, or what the units of the first one look for. Only for the FX thread. */
final class LayersViewModel {
    /** In place of a layer: the weights of the first one. */
    static final int FILTERS = -1;
    private static final int MOST_MAPS = 64;
    private static final int MOST_VALUES = 256;

    private final AnswerViewModel answer;
    private final ReadOnlyObjectWrapper<Architecture> architecture = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(FILTERS);
    private final Inquiry<Optional<LayerPictures>> pictures;

    LayersViewModel(
            PadViewModel pad,
            AnswerViewModel answer,
            Explaining explaining,
            Session session,
            Executor fxThread) {
        this.answer = answer;
        answer.seen().subscribe(now -> follow());
        pictures = new Inquiry<>(
                pad,
                answer,
                layer::get,
                (network, seen) -> ask(explaining, network, seen.pixels()),
                fxThread,
                session::report);
        layer.subscribe(now -> pictures.update());
    }

    private Job<Optional<LayerPictures>> ask(Explaining explaining, ReadingNetwork network, byte[] pixels) {
        var asked = network.architecture();
        if (layer.get() == FILTERS) {
            return explaining.filters(asked, network.weights(), MOST_MAPS);
        }
        boolean vector = asked.summary().get(layer.get()).outputShape().isVector();
        return explaining
                .activations(asked, network.weights(), pixels, layer.get(), vector ? MOST_VALUES : MOST_MAPS);
    }

    /** Whether somebody looks. */
    BooleanProperty active() {
        return pictures.active();
    }

    /** The network whose layers can be chosen; null before the first drawing. */
    ReadOnlyObjectProperty<Architecture> architecture() {
        return architecture.getReadOnlyProperty();
    }

    /** What can be chosen: {@link #FILTERS}, and places of layers in the architecture. */
    List<Integer> choices() {
        return Stream.concat(Stream.of(FILTERS), Activations.layers(architecture.get()).stream()).toList();
    }

    /** What is chosen. */
    ObjectProperty<Integer> layer() {
        return layer;
    }

    /** What is found out about it; null while nothing is drawn, and nothing in it if there is nothing to be seen. */
    ReadOnlyObjectProperty<Optional<LayerPictures>> pictures() {
        return pictures.found();
    }

    private void follow() {
        answer.network().map(ReadingNetwork::architecture).filter(now -> !now.equals(architecture.get()))
                .ifPresent(now -> {
                    layer.set(FILTERS);
                    architecture.set(now);
                });
    }
}
