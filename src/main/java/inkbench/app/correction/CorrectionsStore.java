package inkbench.app.correction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import inkbench.data.AtomicFile;
import inkbench.data.DataException;
import inkbench.data.PartedDataset;
import inkbench.data.correction.Corrections;
import inkbench.data.correction.CorrectionsFile;
import inkbench.text.Messages;

/**
 * Where the corrections of one set lie: beside it, or in Inkbench's own folder under the set's hash. A file that isn't
 * understood, is for another set or was changed by others is never written over.
 */
public final class CorrectionsStore {
    private final Messages messages = Messages.of(CorrectionsStore.class);
    private final PartedDataset original;
    private final Optional<Path> beside;
    private final Path own;
    /** The file that is read and written; empty before the first. */
    private Optional<Path> file = Optional.empty();
    /** What was last read from or written to it. */
    private byte[] known;
    private CorrectionsFile content = CorrectionsFile.EMPTY;

    /**
     * A place for the corrections of a set.
     *
     * @param original
     *            the set as it was opened
     * @param beside
     *            the file beside it, where that is wanted
     * @param own
     *            the folder to take otherwise
     */
    CorrectionsStore(PartedDataset original, Optional<Path> beside, Path own) {
        this.original = original;
        this.beside = beside;
        this.own = own;
    }

    /**
     * What was found.
     *
     * @param corrections
     *            none where there is no file, or none that can be used
     * @param file
     *            the file they are from
     * @param problem
     *            why a file can't be used, in a sentence
     */
    public record Found(Corrections corrections, Optional<Path> file, Optional<String> problem) {}

    /** What the set is called. */
    String name() {
        return original.name();
    }

    /** The files that are looked for, in words. */
    String places() {
        var ofOwn = ownFile().toString();
        return beside.isEmpty() ? ofOwn : messages.get("places", beside.get(), ofOwn);
    }

    /**
     * Looks for corrections; of two files, the one in Inkbench's folder was written later. Computes the set's hash only if
     * there is something that could be it.
     */
    synchronized Found read() throws IOException {
        if (Files.isDirectory(own) && Files.isRegularFile(ownFile())) {
            return read(ownFile());
        }
        return beside.isPresent() && Files.isRegularFile(beside.get())
                ? read(beside.get())
                : new Found(Corrections.NONE, Optional.empty(), Optional.empty());
    }

    private Found read(Path from) throws IOException {
        try {
            if (Files.size(from) > CorrectionsFile.tooLong(original)) {
                throw new DataException(messages.get("long", from, CorrectionsFile.tooLong(original)));
            }
            var bytes = Files.readAllBytes(from);
            content = CorrectionsFile.read(bytes, from.toString(), original, original.sha256());
            file = Optional.of(from);
            known = bytes;
            return new Found(content.corrections(), file, Optional.empty());
        } catch (DataException e) {
            return new Found(Corrections.NONE, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    /**
     * Replaces the file as a whole; where nothing is corrected and nothing noted, there is none.
     *
     * @return what the user should know of it, mostly nothing
     */
    synchronized Optional<String> write(Corrections corrections) throws IOException {
        content = content.with(corrections);
        var bytes = content.toBytes(original, original.sha256());
        var target = file.isPresent() ? file.get() : newFile();
        try {
            return write(target, bytes);
        } catch (IOException unwritable) {
            if (target.equals(ownFile())) {
                throw unwritable;
            }
            return write(ownFile(), bytes);
        }
    }

    private Optional<String> write(Path target, byte[] bytes) throws IOException {
        boolean same = file.isPresent() && file.get().equals(target);
        var aside = Files.exists(target) && !(same && Arrays.equals(known, Files.readAllBytes(target)))
                ? Optional.of(putAside(target))
                : Optional.<Path>empty();
        // A file beside the set that can't be deleted must not come back.
        boolean hides = target.equals(ownFile()) && beside.filter(Files::exists).isPresent();
        if (content.equals(CorrectionsFile.EMPTY) && !hides) {
            Files.deleteIfExists(target);
        } else {
            AtomicFile.write(target, out -> out.write(bytes));
        }
        file = Optional.of(target);
        known = bytes;
        return aside.map(kept -> messages.get("aside", target, kept));
    }

    /** Beside the set, if nothing is there that belongs to others. */
    private Path newFile() {
        boolean free = beside.isPresent() && Files.notExists(beside.get())
                && Files.isWritable(beside.get().getParent());
        return free ? beside.get() : ownFile();
    }

    private static Path putAside(Path changed) throws IOException {
        for (int i = 1;; i++) {
            var free = changed.resolveSibling(changed.getFileName() + "." + i);
            if (Files.notExists(free)) {
                return Files.move(changed, free);
            }
        }
    }

    private Path ownFile() {
        return own.resolve(original.sha256() + ".csv");
    }
}
