package dev.rollcall.plan;

import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Why an action is planned.
 *
 * @param evidence what the source says of the employee now
 * @param reason the rule that decided, for example {@code end-date-passed}
 * @param detail the clause or the date it decided by
 * @param origin where the record stands in what the source sent
 */
public record Cause(
        String source,
        String key,
        Evidence evidence,
        String reason,
        @Nullable String detail,
        @Nullable String origin) {

    static Cause of(Employment employment, String reason, @Nullable String detail) {
        return new Cause(
                employment.source(), employment.key(), employment.evidence(), reason, detail, employment.origin());
    }

    /** What decided, and by what: the same text as long as it is so. */
    public String signature() {
        return detail == null ? reason : reason + ":" + detail;
    }

    @Override
    public String toString() {
        return "Cause[" + source + ", " + reason + "]";
    }
}
