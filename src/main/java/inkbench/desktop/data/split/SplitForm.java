package inkbench.desktop.data.split;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import inkbench.data.Part;
import inkbench.data.split.SplitPlan.By;
import inkbench.desktop.common.Hints;
import inkbench.desktop.common.Segments;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.StringConverter;

/** What can be said of how to cut a set. */
final class SplitForm extends GridPane {
    private static final double SPINNER = 76;
    private static final double SEED = 120;

    private final Messages messages = Messages.of(SplitForm.class);
    private final SplitViewModel viewModel;
    private final Window owner;
    private final Map<Part, Spinner<Integer>> shares = new EnumMap<>(Part.class);
    private final Label writers = caption("split-writers");
    private final CheckBox firstLines = new CheckBox();
    private final Button choose = new Button(messages.get("writers.button"));
    /** The fields follow the shares, which must not be taken for a user's change then. */
    private boolean following;

    SplitForm(SplitViewModel viewModel, Window owner) {
        super(16, 10);
        this.viewModel = viewModel;
        this.owner = owner;
        row("images", images());
        row("shares", shares());
        row("by", by());
        addRow(getRowCount(), new Region(), line(choose, writers, firstLines));
        viewModel.shares().subscribe(now -> follow());
        viewModel.source().subscribe(now -> follow());
        viewModel.source().subscribe(now -> showWriters());
        viewModel.by().subscribe(now -> showWriters());
        viewModel.file().subscribe(now -> showWriters());
    }

    private void row(String key, Node control) {
        var name = new Label(messages.get(key));
        name.setMinWidth(USE_PREF_SIZE);
        name.setLabelFor(control);
        addRow(getRowCount(), name, control);
        setHgrow(control, Priority.ALWAYS);
    }

    private HBox images() {
        Node which = viewModel.sources().size() == 1
                ? new Label(viewModel.describe(viewModel.sources().getFirst()))
                : new Segments<>(viewModel.sources(), viewModel::describe, viewModel.source());
        which.setId("split-source");
        var use = new Spinner<Integer>(1, Percentages.WHOLE, viewModel.use().get());
        percent(use, "split-use", messages.get("use"));
        use.getValueFactory().valueProperty().subscribe(percent -> viewModel.use().set(percent));
        var before = new Label(messages.get("use"));
        before.setLabelFor(use);
        return line(which, before, use, new Label(messages.get("use.after")));
    }

    private HBox shares() {
        var bar = new SharesBar(viewModel);
        HBox.setHgrow(bar, Priority.ALWAYS);
        var line = line(bar);
        for (var part : Part.values()) {
            int least = part == Part.TRAIN ? 1 : 0;
            var share = new Spinner<Integer>(least, Percentages.WHOLE, viewModel.shares().get().of(part));
            percent(share, "split-" + part.key(), viewModel.partName(part));
            share.getValueFactory().valueProperty().subscribe(percent -> {
                if (!following && percent != null) {
                    viewModel.share(part, percent);
                }
            });
            shares.put(part, share);
            var name = new Label(viewModel.partName(part));
            name.getStyleClass().addAll("share-name", "share-name-" + part.key());
            name.setLabelFor(share);
            name.setMinWidth(USE_PREF_SIZE);
            line.getChildren().addAll(name, share, new Label(messages.get("percent")));
        }
        return line;
    }

    private HBox by() {
        var segments = new Segments<>(List.of(By.values()), by -> messages.get("by." + by), viewModel.by());
        segments.setId("split-by");
        choose.setId("split-choose");
        choose.setOnAction(event -> chooseFile());
        Hints.on(choose, messages.get("writers.hint"));
        firstLines.setId("split-first");
        firstLines.selectedProperty().bindBidirectional(viewModel.firstLines());
        var seed = new TextField();
        seed.setId("split-seed");
        seed.setPrefWidth(SEED);
        seed.textProperty().bindBidirectional(viewModel.seed());
        Hints.on(seed, messages.get("seed.hint"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var name = new Label(messages.get("seed"));
        name.setLabelFor(seed);
        return line(segments, space, name, seed);
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setTitle(messages.get("writers.title"));
        var file = chooser.showOpenDialog(owner);
        if (file != null) {
            viewModel.chooseFile(file.toPath());
        }
    }

    private void follow() {
        following = true;
        shares.forEach((part, share) -> {
            share.getValueFactory().setValue(viewModel.shares().get().of(part));
            share.setDisable(part == viewModel.fixed());
        });
        following = false;
    }

    private void showWriters() {
        boolean byWriter = viewModel.by().get() == By.WRITER;
        for (var node : List.of(choose, writers)) {
            node.setVisible(byWriter);
        }
        writers.setText(byWriter ? viewModel.describeWriters() : "");
        firstLines.setVisible(byWriter && viewModel.fileIsLonger());
        firstLines.setText(viewModel.describeFirstLines());
    }

    private static void percent(Spinner<Integer> spinner, String id, String name) {
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(SPINNER);
        spinner.setMinWidth(SPINNER);
        spinner.setAccessibleText(name);
        var factory = (IntegerSpinnerValueFactory) spinner.getValueFactory();
        // What is no number is what was there before.
        var converter = factory.getConverter();
        factory.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer value) {
                return converter.toString(value);
            }

            @Override
            public Integer fromString(String text) {
                try {
                    return Math.clamp(Long.parseLong(text.strip()), factory.getMin(), factory.getMax());
                } catch (NumberFormatException e) {
                    return factory.getValue();
                }
            }
        });
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label caption(String id) {
        var label = new Label();
        label.setId(id);
        label.getStyleClass().add("caption");
        return label;
    }
}
