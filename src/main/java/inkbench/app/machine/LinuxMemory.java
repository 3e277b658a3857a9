package inkbench.app.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * What Linux says about memory: the kernel's estimate of what can be had without swapping, and what the limits of the
 * process's control groups, which containers are made of, leave of it.
 */
final class LinuxMemory {
    private static final int KIBI = 1024;

    private final Path root;

    /**
     * Reads below a folder.
     *
     * @param root
     *            {@code /}
     */
    LinuxMemory(Path root) {
        this.root = root;
    }

    /** Bytes that can be had; nothing on other systems. */
    OptionalLong available() {
        var estimate = value(root.resolve("proc/meminfo"), "MemAvailable:");
        if (estimate.isEmpty()) {
            return estimate;
        }
        long least = estimate.getAsLong() * KIBI;
        for (var line : lines(root.resolve("proc/self/cgroup"))) {
            // hierarchy : controllers : path; version 2 has hierarchy 0 and names no controllers.
            var parts = line.split(":", 3);
            if (parts.length < 3) {
                continue;
            }
            if (parts[1].isEmpty()) {
                least = Math.min(least, left(root.resolve("sys/fs/cgroup"), parts[2], Names.VERSION_2));
            } else if (List.of(parts[1].split(",")).contains("memory")) {
                least = Math.min(least, left(root.resolve("sys/fs/cgroup/memory"), parts[2], Names.VERSION_1));
            }
        }
        return OptionalLong.of(Math.max(0, least));
    }

    /** A group has the limits of those above it too. */
    private static long left(Path base, String group, Names names) {
        long least = Long.MAX_VALUE;
        var folder = base.resolve(group.replaceFirst("^/+", "")).normalize();
        while (folder != null && folder.startsWith(base)) {
            var limit = value(folder.resolve(names.limit), "");
            var used = value(folder.resolve(names.used), "");
            if (limit.isPresent() && used.isPresent()) {
                // Cached files count as used, but give way.
                long cached = value(folder.resolve("memory.stat"), names.cached).orElse(0);
                least = Math.min(least, limit.getAsLong() - used.getAsLong() + cached);
            }
            folder = folder.getParent();
        }
        return least;
    }

    /** The number behind a word at the beginning of a line; nothing where there is no such file, line or number. */
    private static OptionalLong value(Path file, String word) {
        for (var line : lines(file)) {
            if (line.startsWith(word)) {
                var number = line.substring(word.length()).strip().split(" ", 2)[0];
                return number.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What the files are called. */
    private enum Names {
        VERSION_1("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file "), VERSION_2("memory.max",
                "memory.current", "inactive_file ");

        private final String limit;
        private final String used;
        private final String cached;

        Names(String limit, String used, String cached) {
            this.limit = limit;
            this.used = used;
            this.cached = cached;
        }
    }
}
