package inkbench.desktop.train.settings.view;

import java.util.List;

import inkbench.desktop.common.Segments;
import inkbench.desktop.train.settings.RepeatForm;
import inkbench.desktop.train.settings.RepeatForm.Kind;
import inkbench.desktop.train.settings.SettingsForm;
import inkbench.text.Messages;
import javafx.scene.control.Label;

/** How often the network is trained, and with what differences. */
final class RepeatPane {
    private final Messages messages = Messages.of(RepeatPane.class);
    private final RepeatForm form;
    private final FieldGrid fields = new FieldGrid(List.of());
    private final Label meaning = new Label();
    private final Fold fold;

    RepeatPane(SettingsForm settings) {
        form = settings.repeat();
        var choice = new Segments<>(List.of(Kind.values()), kind -> messages.get("repeat." + kind.name()), form.kind());
        choice.setId("repeat");
        meaning.setWrapText(true);
        meaning.setMinHeight(Label.USE_PREF_SIZE);
        meaning.getStyleClass().add("text-muted");
        fold = new Fold("fold-repeat", choice, meaning, fields);
        form.kind().subscribe(this::show);
        settings.onChange(this::summarize);
    }

    Fold fold() {
        return fold;
    }

    private void show(Kind kind) {
        meaning.setText(messages.get("repeat." + kind.name() + ".meaning"));
        fields.setAll(form.inForce().toList());
        summarize();
    }

    private void summarize() {
        int runs = form.grouping().map(grouping -> grouping.count()).orElse(1);
        fold.setText(messages.get("repeat.title." + form.kind().get().name(), runs));
    }
}
