package dev.rollcall.api;

import dev.rollcall.source.Problem;

/** What can be wrong with a request or a command. The codes are stable and listed in the documents. */
public enum ApiCode {
    NO_SUCH_DIRECTORY("API-001", "no file describes this directory"),
    NO_SUCH_SOURCE("API-002", "no mapping names this source"),
    NO_SUCH_USER("API-003", "the directory has no such user"),
    EMPTY_CATEGORY("API-004", "the plan has nothing of this kind"),
    NOT_AN_ATTRIBUTE("API-005", "a name that no user can carry, or nobody can set by hand"),
    NOT_A_VALUE("API-006", "a value of another form than its attribute has"),
    BAD_REQUEST("API-007", "a parameter or a body that cannot be read"),
    NO_SERVER("API-008", "the server does not answer"),
    NO_FILE("API-009", "a file that cannot be read or written"),
    NOT_ALLOWED("API-010", "the server does not let the command line in"),
    NOT_STARTED("API-011", "the runtime cannot start");

    private final String code;
    private final String title;

    ApiCode(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** A refusal of this kind at this place. */
    public Refusal at(String where, String message) {
        return new Refusal(new Problem(where, code, message));
    }
}
