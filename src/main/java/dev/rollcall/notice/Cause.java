package dev.rollcall.notice;

/**
 * Why somebody is told something. The same cause is told again only when it was gone, or is clearly another.
 *
 * @param detail what makes it another; nothing personal
 * @param words what is said of it beyond the count
 */
public record Cause(long users, String detail, String words) {
    /** A cause that only counts. */
    static Cause of(long users) {
        return new Cause(users, "", "");
    }

    Cause plus(Cause other) {
        return new Cause(users + other.users, detail, words);
    }

    /** Whether this is news after what was told: another detail, or more than half as many users again. */
    boolean isNewsAfter(Cause told) {
        return !detail.equals(told.detail) || users * 2 > told.users * 3;
    }
}
