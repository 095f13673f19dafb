package dev.rollcall.source;

/**
 * Something wrong with what somebody wrote or sent.
 *
 * @param where file and line, or source and record
 * @param code a stable code listed in the documents, for example {@code MAP-004}
 * @param message what was found, what was expected and what to do; never a personal value
 */
public record Problem(String where, String code, String message) {
    @Override
    public String toString() {
        return where + "  " + code + "  " + message;
    }
}
