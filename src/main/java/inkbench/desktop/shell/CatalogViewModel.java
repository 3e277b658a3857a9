package inkbench.desktop.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import inkbench.app.CatalogLibrary;
import inkbench.data.catalog.CatalogEntry;
import inkbench.data.catalog.FetchResult;
import inkbench.data.catalog.Trust;
import inkbench.desktop.common.Session;
import inkbench.text.Messages;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which data sets can be fetched, fetching them, and the offer of the first one. Only for the FX thread. */
final class CatalogViewModel {
    /** The set that is offered to somebody who starts for the first time. */
    private static final String OFFERED = "mnist";
    private static final double MEGABYTE = 1e6;

    private final CatalogLibrary library;
    private final Session session;
    private final Consumer<CatalogEntry> open;
    private final Messages messages = Messages.of(CatalogViewModel.class);
    private final ObservableList<CatalogLibrary.Item> items = FXCollections.observableArrayList();
    private final ObjectProperty<FetchResult.Unverified> question = new SimpleObjectProperty<>();
    private final BooleanProperty offerAnswered = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper offer = new ReadOnlyBooleanWrapper();
    private final Set<String> onTheirWay = new HashSet<>();

    /**
     * A view model that knows no set before {@link #refresh}.
     *
     * @param open
     *            opens an installed set
     */
    CatalogViewModel(CatalogLibrary library, Session session, Consumer<CatalogEntry> open) {
        this.library = library;
        this.session = session;
        this.open = open;
        items.subscribe(this::decideOnOffer);
        offerAnswered.subscribe(answered -> decideOnOffer());
    }

    /** All sets of the catalog, in the order to show them; empty before the first look. */
    ObservableList<CatalogLibrary.Item> items() {
        return items;
    }

    /** Files that the user has to decide on; null while there are none. */
    ObjectProperty<FetchResult.Unverified> question() {
        return question;
    }

    /** Whether to offer the set that everybody begins with. */
    ReadOnlyBooleanProperty offer() {
        return offer.getReadOnlyProperty();
    }

    /** Whether the user has taken or refused the offer, in this session or an earlier one. */
    BooleanProperty offerAnswered() {
        return offerAnswered;
    }

    /** Looks in the background at what is installed now, and clears up what killed downloads have left. */
    void begin() {
        session.watch(library.tidy(), nothing -> {}, this::refresh);
    }

    /** Looks in the background at what is installed now. */
    void refresh() {
        session.watch(library.look(), found -> {
            if (!items.equals(found)) {
                items.setAll(found);
            }
        });
    }

    /** Opens a set; fetches it before, where it is not installed. */
    void choose(CatalogLibrary.Item item) {
        if (item.installed()) {
            open.accept(item.entry());
        } else {
            fetch(item.entry(), Trust.NONE);
        }
    }

    /** Fetches the set that is offered. */
    void takeOffer() {
        offered().forEach(this::choose);
        offerAnswered.set(true);
    }

    /** Never offers it again. */
    void refuseOffer() {
        offerAnswered.set(true);
    }

    /** What is offered, in a sentence. */
    String describeOffer() {
        return offered().stream()
                .findFirst()
                .map(item -> messages.get("offer.text", item.entry().title(), item.entry().imageCount(), size(item)))
                .orElse("");
    }

    /** A set that can be fetched in a line, such as {@code MNIST · 70,000 images · 11.6 MB · licence: MIT}. */
    String describe(CatalogLibrary.Item item) {
        var entry = item.entry();
        return messages.get("catalog.item", entry.title(), entry.imageCount(), size(item), entry.licence());
    }

    /** An installed set in a line, such as {@code MNIST · 70,000 images}. */
    String describeInstalled(CatalogLibrary.Item item) {
        return messages.get("catalog.installed", item.entry().title(), item.entry().imageCount());
    }

    /** The files of a question with their hashes, a line each. */
    String describeFiles(FetchResult.Unverified unverified) {
        return String.join(
                "\n",
                unverified.files()
                        .stream()
                        .map(file -> messages.get("trust.file", file.name(), file.size(), file.sha256()))
                        .toList());
    }

    /** Installs exactly the files that were shown, or leaves them alone. */
    void answer(FetchResult.Unverified unverified, boolean trusted) {
        question.set(null);
        if (trusted) {
            fetch(unverified.entry(), Trust.in(unverified.files()));
        }
    }

    private void fetch(CatalogEntry entry, Trust trust) {
        if (!onTheirWay.add(entry.name())) {
            return;
        }
        session.watch(library.fetch(entry, trust), this::fetched, () -> {
            onTheirWay.remove(entry.name());
            refresh();
        });
    }

    private void fetched(FetchResult result) {
        switch (result) {
            case FetchResult.Installed installed -> open.accept(installed.entry());
            case FetchResult.Unverified unverified -> question.set(unverified);
        }
    }

    private void decideOnOffer() {
        offer.set(!offerAnswered.get() && offered().stream().anyMatch(item -> !item.installed()));
    }

    private List<CatalogLibrary.Item> offered() {
        return items.stream().filter(item -> item.entry().name().equals(OFFERED)).toList();
    }

    private String size(CatalogLibrary.Item item) {
        var size = item.entry().downloadSize();
        return size.isPresent()
                ? messages.get("catalog.size", size.getAsLong() / MEGABYTE)
                : messages.get("catalog.size.unknown");
    }
}
