package dev.rollcall.run;

import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;

/** Everything that can stop a run, or keep it from changing anybody. */
public enum RunCode implements Code {
    UNDER_WAY("RUN-001", "a run of the source is under way"),
    NOT_OPEN("RUN-002", "a step belongs to a run that is not open"),
    PAGE_OUT_OF_ORDER("RUN-003", "a page came twice, or one is missing"),
    COUNT_DIFFERS("RUN-004", "the end tells other numbers than arrived"),
    STAGING_LOST("RUN-005", "the database lost what was staged"),
    EMPTY_SNAPSHOT("RUN-006", "a source with people sent nobody"),
    TOO_MANY_REJECTED("RUN-007", "more records were rejected than the directory allows"),
    INTERRUPTED("RUN-008", "the process ended in the middle of the run"),
    TAKEN_OVER("RUN-009", "another process ended the run"),
    NOT_HELD("RUN-010", "there is no held plan to decide"),
    CONFIGURATION_CHANGED("RUN-011", "the plan was made under another configuration"),
    NO_SUCH_RUN("RUN-012", "there is no such run"),
    DATABASE("RUN-013", "the database failed"),
    SOURCE_FAILED("RUN-014", "the source could not be read"),
    DOUBLE_KEY("RUN-015", "records of one key differ"),
    NO_SUCH_USER("RUN-016", "there is no such user"),
    EMAIL_TAKEN("RUN-017", "another user has the address"),
    DEPROVISIONED("RUN-019", "the user is deprovisioned"),
    OUTDATED("RUN-018", "another run overtook a dry run"),
    NO_LICENSE("RUN-020", "all licenses of the directory are used"),
    NOT_IN_PLAN("RUN-021", "the plan has nothing to decide about a user"),
    EMPTY_EVERYWHERE("RUN-022", "an attribute is mapped and empty in every record");

    private final String id;
    private final String description;

    RunCode(String id, String description) {
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

    Problem problem(String where, String message) {
        return new Problem(where, id, message);
    }
}
