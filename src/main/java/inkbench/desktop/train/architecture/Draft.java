package inkbench.desktop.train.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import inkbench.model.Architecture;
import inkbench.model.LayerSpec;
import inkbench.model.Shape;
import inkbench.text.Messages;

/** A network that may not be right yet: what it is called and its layers in order. */
record Draft(String name, List<LayerSpec> layers) {
    private static final Messages MESSAGES = Messages.of(Draft.class);

    Draft {
        layers = List.copyOf(layers);
    }

    Draft named(String other) {
        return new Draft(other, layers);
    }

    Draft with(int place, LayerSpec layer) {
        var changed = new ArrayList<>(layers);
        changed.set(place, layer);
        return new Draft(name, changed);
    }

    Draft inserted(int place, LayerSpec layer) {
        var changed = new ArrayList<>(layers);
        changed.add(place, layer);
        return new Draft(name, changed);
    }

    Draft without(int place) {
        var changed = new ArrayList<>(layers);
        changed.remove(place);
        return new Draft(name, changed);
    }

    /** The layer at one place at another, counted without it. */
    Draft moved(int from, int to) {
        var changed = new ArrayList<>(layers);
        changed.add(to, changed.remove(from));
        return new Draft(name, changed);
    }

    /** What each layer comes to, for images of this shape in so many classes. */
    List<LayerRow> rows(Shape input, int classes) {
        var rows = new ArrayList<LayerRow>();
        var misfit = misfit(input);
        int fitting = misfit.map(Architecture.Misfit::index).orElse(layers.size());
        var shape = input;
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            if (i >= fitting) {
                var problem = i == fitting ? MisfitText.of(misfit.orElseThrow()) : null;
                rows.add(new LayerRow(layer, Optional.empty(), 0, 0, problem));
                continue;
            }
            var output = layer.outputShape(shape);
            boolean last = i == layers.size() - 1;
            var problem = last && !output.equals(Shape.vector(classes))
                    ? MESSAGES.get("misfit.last", classes, output)
                    : null;
            try {
                rows.add(new LayerRow(layer, Optional.of(output), layer.parameterCount(shape),
                        layer.multiplyAdds(shape), problem));
            } catch (ArithmeticException tooMany) {
                rows.add(new LayerRow(layer, Optional.of(output), 0, 0, MESSAGES.get("misfit.large")));
            }
            shape = output;
        }
        return rows;
    }

    private Optional<Architecture.Misfit> misfit(Shape input) {
        try {
            return Architecture.firstMisfit(input, layers);
        } catch (ArithmeticException tooLarge) {
            return firstTooLarge(input);
        }
    }

    private Optional<Architecture.Misfit> firstTooLarge(Shape input) {
        var shape = input;
        for (int i = 0; i < layers.size(); i++) {
            try {
                shape = layers.get(i).outputShape(shape);
            } catch (ArithmeticException tooLarge) {
                return Optional.of(new Architecture.Misfit(i, layers.get(i), shape));
            }
        }
        return Optional.empty();
    }
}
