package dev.rollcall.config;

import dev.rollcall.mapping.Mapping;
import dev.rollcall.scope.Rules;
import dev.rollcall.scope.Scope;

/**
 * One mapping file, checked and compiled.
 *
 * @param enabled whether the file itself says {@code enabled: true} (acceptance D33)
 * @param digest of all that decides what the source's records mean: this mapping with what it extends, its filters, and
 *     the directory's file
 */
public record SourceConfiguration(
        String source,
        String title,
        String directory,
        boolean enabled,
        Mapping mapping,
        Rules rules,
        Scope scope,
        String digest) {
    /** A source without rules. */
    public SourceConfiguration(
            String source,
            String title,
            String directory,
            boolean enabled,
            Mapping mapping,
            Scope scope,
            String digest) {
        this(source, title, directory, enabled, mapping, Rules.NONE, scope, digest);
    }

    /** Whether somebody may change by the calendar alone. */
    public boolean movesWithTime() {
        return scope.movesWithTime() || rules.movesWithTime();
    }
}
