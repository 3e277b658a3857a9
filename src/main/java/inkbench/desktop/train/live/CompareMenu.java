package inkbench.desktop.train.live;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import atlantafx.base.theme.Styles;
import inkbench.store.run.RunRecord;
import inkbench.text.Messages;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** Which runs of before are shown. */
final class CompareMenu extends MenuButton {
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT);

    private final Messages messages = Messages.of(CompareMenu.class);
    private final EarlierRuns runs;

    CompareMenu(EarlierRuns runs) {
        this.runs = runs;
        setId("compare");
        setText(messages.get("compare"));
        getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        setTooltip(new Tooltip(messages.get("compare.tip")));
        fill();
        runs.choices().subscribe(this::fill);
        setOnShowing(event -> runs.find());
    }

    /** What a run is called where it is one of many. */
    static String name(RunRecord run) {
        return run.begun().name() + " " + TIME.format(run.begun().started().atZone(ZoneId.systemDefault()));
    }

    private void fill() {
        getItems().clear();
        for (var run : runs.choices()) {
            var item = new CheckMenuItem(messages.get("compare.run", name(run), run.begun().dataName()));
            item.setId("compare-" + run.id());
            item.setMnemonicParsing(false);
            item.setSelected(runs.shows(run));
            item.setOnAction(event -> runs.toggle(run));
            getItems().add(item);
        }
        if (getItems().isEmpty()) {
            // Without an item it could not be opened, so nobody would learn why there are none.
            var none = new MenuItem(messages.get("compare.none"));
            none.setDisable(true);
            getItems().add(none);
        }
    }
}
