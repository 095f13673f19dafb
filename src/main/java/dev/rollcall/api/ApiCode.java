package dev.rollcall.api;

import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;

/** What can be wrong with a request or a command. The codes are stable and listed in the documents. */
public enum ApiCode implements Code {
    NO_SUCH_DIRECTORY("REQ-001", "no file describes this directory"),
    NO_SUCH_SOURCE("REQ-002", "no mapping names this source"),
    NO_SUCH_USER("REQ-003", "the directory has no such user"),
    EMPTY_CATEGORY("REQ-004", "the plan has nothing of this kind"),
    NOT_AN_ATTRIBUTE("REQ-005", "a name that no user can carry, or nobody can set by hand"),
    NOT_A_VALUE("REQ-006", "a value of another form than its attribute has"),
    BAD_REQUEST("REQ-007", "a parameter or a body that cannot be read"),
    NO_SERVER("REQ-008", "the server does not answer"),
    NO_FILE("REQ-009", "a file that cannot be read or written"),
    NOT_ALLOWED("REQ-010", "the server does not let the command line in"),
    NOT_STARTED("REQ-011", "the runtime cannot start"),
    NO_RECORD("REQ-012", "there is no record to look at"),
    NO_SAMPLE("REQ-013", "a sample that no first mapping can be made of"),
    NO_SUCH_NOTICE("REQ-040", "the directory has no such notice"),
    NO_SUCH_RECIPIENT("REQ-041", "the directory's file names no such recipient of notices");

    private final String id;
    private final String description;

    ApiCode(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }

    /** A refusal of this kind at this place. */
    public Refusal at(String where, String message) {
        return new Refusal(problem(where, message));
    }

    Problem problem(String where, String message) {
        return new Problem(where, id, message);
    }
}
