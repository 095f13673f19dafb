package dev.rollcall.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of a supplier's files are read, and when one of them is whole.
 *
 * @param include a pattern such as {@code people_*.csv}
 * @param delta all files, in order, each telling what changed; else the newest only, telling everybody
 * @param minAge how long a {@code stable} file has not changed
 */
public record FileRules(String include, Whole whole, boolean delta, Duration minAge) {
    /** By what a file is known to be whole. */
    public enum Whole {
        DONE_FILE(".done"),
        CHECKSUM(".sha256"),
        TRAILER(""),
        STABLE("");

        private final String suffix;

        Whole(String suffix) {
            this.suffix = suffix;
        }

        /** The name of the file beside it that proves it; empty when the proof lies in the file itself. */
        public Optional<String> companion(String name) {
            return suffix.isEmpty() ? Optional.empty() : Optional.of(name + suffix);
        }
    }

    /**
     * The rules an integrator writes.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static FileRules of(String include, String proof, String kind, long minAgeSeconds) {
        Whole whole = switch (proof.strip().toLowerCase(Locale.ROOT)) {
            case "done-file" -> Whole.DONE_FILE;
            case "checksum" -> Whole.CHECKSUM;
            case "trailer" -> Whole.TRAILER;
            case "stable" -> Whole.STABLE;
            default ->
                throw new IllegalArgumentException("proof is done-file, trailer, checksum or stable; found " + proof);
        };
        if (!kind.equals("full") && !kind.equals("delta")) {
            throw new IllegalArgumentException("kind is full or delta; found " + kind);
        }
        return new FileRules(include, whole, kind.equals("delta"), Duration.ofSeconds(minAgeSeconds));
    }

    boolean includes(String name) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + include);
        return ListedFile.isSafe(name) && matcher.matches(Path.of(name));
    }
}
