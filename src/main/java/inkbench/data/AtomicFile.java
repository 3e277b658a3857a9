package inkbench.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/** Files that are either there as a whole or not at all, whatever happens while they are written. */
public final class AtomicFile {
    private static final AtomicLong WRITTEN = new AtomicLong();

    private AtomicFile() {}

    /** Something that writes the bytes of one file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; need not close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file under a temporary name beside it, brings it to the disk and then renames it, replacing an older one.
     * Makes the folder where it is missing.
     *
     * @throws IOException
     *             if that fails; an older file is then still there, and nothing else is left behind
     */
    public static void write(Path file, Content content) throws IOException {
        writeChannel(file, channel -> content.writeTo(Channels.newOutputStream(channel)));
    }

    /** Something that writes one file in any order, or maps it into memory. */
    @FunctionalInterface
    public interface ChannelContent {
        /** Writes everything; need not close. */
        void writeTo(FileChannel channel) throws IOException;
    }

    /** Writes a file as {@link #write} does. */
    public static void writeChannel(Path file, ChannelContent content) throws IOException {
        var target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        var temporary = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-" + WRITTEN.incrementAndGet()
                        + ".part");
        try {
            try (var channel = FileChannel
                    .open(
                            temporary,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.CREATE_NEW)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
