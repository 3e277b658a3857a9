package inkbench.desktop.data;

import java.util.List;
import java.util.Locale;

import atlantafx.base.theme.Styles;
import inkbench.app.DataLibrary;
import inkbench.app.Workbench;
import inkbench.data.Part;
import inkbench.desktop.common.EmptyState;
import inkbench.desktop.common.Exports;
import inkbench.desktop.common.Place;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What is in the open set: how many of each digit, what they have in common, and every single image. */
public final class DataPlace implements Place {
    private static final double DISTRIBUTION_WIDTH = 280;

    private final Messages messages = Messages.of(DataPlace.class);
    private final Workbench workbench;
    private final Session session;
    private final DataViewModel viewModel;
    private StackPane view;

    public DataPlace(Workbench workbench, Session session) {
        this.workbench = workbench;
        this.session = session;
        viewModel = new DataViewModel(workbench.data(), session);
    }

    @Override
    public String id() {
        return "data";
    }

    @Override
    public String title() {
        return messages.get("place.title");
    }

    @Override
    public String icon() {
        return "fth-grid";
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new StackPane();
            var content = content();
            var empty = new EmptyState(messages.get("empty"), messages.get("empty.open"), this::openBuiltin);
            // While something is being opened, the cards stand there without content already.
            Runnable choose = () -> {
                boolean nothing = viewModel.whole().get() == null && session.jobs().isEmpty();
                view.getChildren().setAll(nothing ? empty : content);
            };
            viewModel.whole().subscribe(images -> choose.run());
            session.jobs().subscribe(choose);
        }
        return view;
    }

    private void openBuiltin() {
        session.watch(workbench.data().open(DataLibrary.BUILTIN), session.data()::set);
    }

    private VBox content() {
        var exports = new Exports(workbench.files(), session);
        var statistics = new StatisticsCard(viewModel, session.theme());
        exports.install(statistics.table(), () -> fileName("statistics"), viewModel::statisticsCsv);
        HBox.setHgrow(statistics, Priority.ALWAYS);
        statistics.setMinWidth(0);
        var top = new HBox(16, distributionCard(exports), statistics);
        top.setMinHeight(Region.USE_PREF_SIZE);
        var images = new ImagesCard(viewModel);
        VBox.setVgrow(images, Priority.ALWAYS);
        images.setMinHeight(0);
        images.setPrefHeight(240);
        return new VBox(16, top, images);
    }

    private VBox distributionCard(Exports exports) {
        var title = new Label(messages.get("distribution.title"));
        title.getStyleClass().add("card-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var header = new HBox(8, title, space, partChooser());
        header.setAlignment(Pos.CENTER_LEFT);
        var chart = new DistributionChart(viewModel, session.theme());
        exports.install(chart, () -> fileName("distribution"), viewModel::distributionCsv);
        VBox.setVgrow(chart, Priority.ALWAYS);
        var missing = new Label(messages.get("distribution.unlabelled"));
        missing.getStyleClass().add("caption");
        missing.setWrapText(true);
        var card = new VBox(8, header, chart);
        card.getStyleClass().add("card");
        card.setMinWidth(DISTRIBUTION_WIDTH);
        card.setPrefWidth(DISTRIBUTION_WIDTH);
        viewModel.whole().subscribe(images -> {
            card.getChildren().set(1, images == null || images.labelled() ? chart : missing);
        });
        return card;
    }

    private HBox partChooser() {
        var group = new ToggleGroup();
        var buttons = new HBox();
        buttons.setId("parts");
        viewModel.whole().subscribe(images -> {
            var parts = viewModel.parts();
            if (!buttons.getChildren().stream().map(Node::getUserData).toList().equals(parts)) {
                buttons.getChildren().setAll(parts.stream().map(part -> partButton(part, group)).toList());
                shape(buttons);
            }
            group.getToggles()
                    .stream()
                    .filter(toggle -> toggle.getUserData() == viewModel.part().get())
                    .forEach(group::selectToggle);
        });
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null && buttons.getChildren().contains(before)) {
                group.selectToggle(before);
            } else if (now != null) {
                viewModel.part().set((Part) now.getUserData());
            }
        });
        return buttons;
    }

    private ToggleButton partButton(Part part, ToggleGroup group) {
        var button = new ToggleButton(messages.get("part." + part.name()));
        button.setId("part-" + part.key());
        button.setUserData(part);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private static void shape(HBox buttons) {
        int last = buttons.getChildren().size() - 1;
        for (int i = 0; i <= last; i++) {
            String place = i == 0 ? Styles.LEFT_PILL : i == last ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
            buttons.getChildren().get(i).getStyleClass()
                    .addAll(last == 0 ? List.of(Styles.SMALL) : List.of(Styles.SMALL, place));
        }
    }

    private String fileName(String what) {
        return (what + "-" + session.data().get().name() + "-" + viewModel.part().get().key()).toLowerCase(Locale.ROOT);
    }
}
