package inkbench.data.format.npz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import inkbench.data.DataException;
import inkbench.data.Part;
import inkbench.data.Remedy;
import inkbench.data.format.source.PartName;
import inkbench.text.Messages;

/** Finds out which arrays are images and labels: by Keras's keys, or else by their shapes and the words in their names. */
final class NpzSearch {
    private static final Messages MESSAGES = Messages.of(NpzSearch.class);
    private static final Set<String> LABEL_WORDS = Set.of("y", "label", "labels", "target", "targets", "class",
            "classes");
    private static final Set<String> VALIDATION_WORDS = Set.of("val", "valid", "validation");
    private static final int MOST_SHOWN = 8;

    private final NpzArchive archive;
    private final Map<String, NpyHeader> headers = new LinkedHashMap<>();
    private final Map<Part, NpzKeys.Pair> pairs = new EnumMap<>(Part.class);

    private NpzSearch(NpzArchive archive) throws IOException {
        this.archive = archive;
        for (var key : archive.keys()) {
            archive.header(key).ifPresent(header -> headers.put(key, header));
        }
    }

    static NpzKeys find(NpzArchive archive) throws IOException {
        var search = new NpzSearch(archive);
        search.byKey();
        if (search.pairs.isEmpty()) {
            search.byShape();
        }
        if (search.pairs.isEmpty()) {
            throw search.nothing();
        }
        return new NpzKeys(search.pairs);
    }

    /** Keras's keys. An array of that name is meant even where it can't be read: then that is what is said. */
    private void byKey() {
        var keys = new ArrayList<String>();
        archive.keys().forEach(keys::add);
        for (var part : Part.values()) {
            var keras = NpzKeys.keras(part);
            if (keys.contains(keras.images())) {
                pairs.put(part, new NpzKeys.Pair(keras.images(), keras.labels().filter(keys::contains)));
            }
        }
    }

    private void byShape() throws DataException {
        for (var part : Part.values()) {
            var images = headers.keySet().stream().filter(key -> isOf(part, key) && NpyImages.fits(headers.get(key)))
                    .toList();
            if (images.size() > 1) {
                throw archive.file().fault(MESSAGES, "npz.ambiguous.images", part.key(), String.join(", ", images))
                        .with(Remedy.CHOOSE_ARRAYS);
            }
            if (!images.isEmpty()) {
                pairs.put(part, new NpzKeys.Pair(images.getFirst(), labels(part, images.getFirst())));
            }
        }
    }

    private Optional<String> labels(Part part, String images) throws DataException {
        long count = headers.get(images).shape().getFirst();
        var fitting = headers.keySet()
                .stream()
                .filter(key -> isOf(part, key) && !key.equals(images) && NpyLabels.fits(headers.get(key), count))
                .toList();
        var named = fitting.stream().filter(key -> words(key).stream().anyMatch(LABEL_WORDS::contains)).toList();
        var candidates = named.isEmpty() ? fitting : named;
        if (candidates.size() > 1) {
            throw archive.file().fault(MESSAGES, "npz.ambiguous.labels", images, String.join(", ", candidates))
                    .with(Remedy.CHOOSE_ARRAYS);
        }
        return candidates.stream().findFirst();
    }

    /** Validation data of another scheme is no part here. */
    private static boolean isOf(Part part, String key) {
        return PartName.of(key) == part && words(key).stream().noneMatch(VALIDATION_WORDS::contains);
    }

    private static List<String> words(String key) {
        return PartName.words(key);
    }

    private DataException nothing() throws IOException {
        var keys = new ArrayList<String>();
        archive.keys().forEach(keys::add);
        if (keys.size() == 1) {
            // With one array there is no doubt which was meant, and so what is wrong with it can be said.
            NpyImages.of(archive.array(keys.getFirst()));
        }
        var found = keys.stream()
                .limit(MOST_SHOWN)
                .map(key -> key + " " + Optional.ofNullable(headers.get(key)).map(NpyHeader::shapeText).orElse("?"))
                .collect(Collectors.joining(", "));
        return archive.file().fault(MESSAGES, "npz.nothing", found + (keys.size() > MOST_SHOWN ? ", …" : ""));
    }
}
