package dev.rollcall.directory;

/**
 * The source and the source's key a user is linked to, written {@code <source>:<key>}.
 *
 * <p>A user without one is managed by nobody but people (acceptance row 99).
 */
public record ExternalId(String source, String key) {
    @Override
    public String toString() {
        return source + ":" + key;
    }
}
