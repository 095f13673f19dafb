package dev.rollcall.run;

import dev.rollcall.source.Problem;

/** Everything that can stop a run, or keep it from changing anybody. */
public enum RunCode {
    UNDER_WAY("RUN-001"),
    NOT_OPEN("RUN-002"),
    PAGE_OUT_OF_ORDER("RUN-003"),
    COUNT_DIFFERS("RUN-004"),
    STAGING_LOST("RUN-005"),
    EMPTY_SNAPSHOT("RUN-006"),
    TOO_MANY_REJECTED("RUN-007"),
    INTERRUPTED("RUN-008"),
    TAKEN_OVER("RUN-009"),
    NOT_HELD("RUN-010"),
    CONFIGURATION_CHANGED("RUN-011"),
    NO_SUCH_RUN("RUN-012"),
    DATABASE("RUN-013"),
    SOURCE_FAILED("RUN-014"),
    DOUBLE_KEY("RUN-015"),
    NO_SUCH_USER("RUN-016"),
    EMAIL_TAKEN("RUN-017"),
    OUTDATED("RUN-018");

    private final String code;

    RunCode(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    Problem problem(String where, String message) {
        return new Problem(where, code, message);
    }
}
