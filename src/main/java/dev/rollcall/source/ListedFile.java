package dev.rollcall.source;

import java.time.Instant;
import java.util.regex.Pattern;

/** A file as the supplier's server lists it. */
public record ListedFile(String name, long size, Instant modifiedAt) {
    /** No separator, no leading dot, nothing an address or an expression gives a meaning to (CVE-2026-79983). */
    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._ -]{0,199}");

    /** Whether the name can be used in a path at all. */
    public static boolean isSafe(String name) {
        return SAFE.matcher(name).matches() && !name.contains("..");
    }
}
