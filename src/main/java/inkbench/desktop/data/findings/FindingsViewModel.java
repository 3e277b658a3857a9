package inkbench.desktop.data.findings;

import inkbench.app.browse.ImageFilter;
import inkbench.app.findings.Findings;
import inkbench.desktop.common.Session;
import inkbench.desktop.data.selection.ImagesViewModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What was found in the open set, and which of it is looked at. Only for the FX thread. */
public final class FindingsViewModel {
    private final ImagesViewModel images;
    private final ObjectProperty<DataView> view = new SimpleObjectProperty<>(DataView.IMAGES);
    private final DuplicatesViewModel duplicates;
    private final OutliersViewModel outliers;

    /** Looks for duplicates in whatever is open in a session. */
    public FindingsViewModel(Findings findings, Session session, ImagesViewModel images) {
        this.images = images;
        duplicates = new DuplicatesViewModel(findings, session, images);
        outliers = new OutliersViewModel(findings, session, images);
        new LeakNotice(session, duplicates, () -> view.set(DataView.DUPLICATES));
        view.subscribe(now -> {
            if (now == DataView.OUTLIERS) {
                outliers.show();
            }
        });
        session.data().subscribe(set -> {
            if (view.get() == DataView.OUTLIERS) {
                outliers.show();
            }
        });
    }

    /** What of the set is looked at. */
    public ObjectProperty<DataView> view() {
        return view;
    }

    /** Those that are the same. */
    DuplicatesViewModel duplicates() {
        return duplicates;
    }

    /** Those that are far from their class. */
    OutliersViewModel outliers() {
        return outliers;
    }

    /** What all cards of the place look at. */
    ImagesViewModel images() {
        return images;
    }

    /** Goes to an image among all images; gives up the filter if that keeps it back. */
    void goTo(int position) {
        images.selected().set(position);
        var shown = images.shown().get();
        if (shown == null || shown.find(position) < 0) {
            images.filter().set(ImageFilter.NONE);
        }
        view.set(DataView.IMAGES);
    }
}
