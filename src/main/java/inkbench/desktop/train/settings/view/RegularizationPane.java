package inkbench.desktop.train.settings.view;

import java.util.ArrayList;
import java.util.List;

import inkbench.desktop.common.Hints;
import inkbench.desktop.train.settings.RegularizationForm;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.text.Messages;
import javafx.scene.control.CheckBox;

/** Early stopping, label smoothing and the weights of classes. */
final class RegularizationPane {
    private final Messages messages = Messages.of(RegularizationPane.class);
    private final RegularizationForm form;
    private final Fold fold;

    RegularizationPane(SettingsForm settings) {
        form = settings.regularization();
        var alike = Hints.on(new CheckBox(messages.get("classes.alike")), messages.get("classes.alike.tip"));
        alike.setId("classes-alike");
        alike.selectedProperty().bindBidirectional(form.classesAlike());
        fold = new Fold("fold-regularization", new FieldGrid(form.inForce().toList()), alike);
        settings.onChange(this::summarize);
        summarize();
    }

    Fold fold() {
        return fold;
    }

    private void summarize() {
        var parts = new ArrayList<String>();
        form.patience().value().filter(epochs -> epochs > 0).ifPresent(epochs -> parts.add(messages.get("early.on")));
        form.labelSmoothing()
                .value()
                .filter(share -> share > 0)
                .ifPresent(share -> parts.add(messages.get("smoothing.on")));
        if (form.classesAlike().get()) {
            parts.add(messages.get("classes.on"));
        }
        var set = parts.isEmpty() ? List.of(messages.get("regularization.none")) : parts;
        fold.setText(messages.get("regularization.title", String.join(", ", set)));
    }
}
