package dev.rollcall.run;

import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;

/** Why a source may not do now what is asked of it. */
public enum LifeCode implements Code {
    NOT_TESTED("LIF-001", "no dry run of the source succeeded under its present configuration"),
    NO_CONSENT("LIF-002", "nobody accepted that a sub-processor handles personal data"),
    ANOTHER_SOURCE("LIF-003", "another source is enabled in a directory that takes one"),
    PAUSED("LIF-004", "the source is paused"),
    DISCONNECTED("LIF-005", "the source is disconnected"),
    NOT_ENABLED("LIF-006", "the source is not enabled"),
    TOO_OFTEN("LIF-007", "people asked the source as often as its directory allows"),
    EXPIRED("LIF-008", "the plan has expired"),
    BY_HAND("LIF-009", "users come from the one enabled source only"),
    NOT_ADOPTED("LIF-010", "users there are already wait for somebody to link them");

    private final String id;
    private final String description;

    LifeCode(String id, String description) {
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

    RunFailure failure(String where, String message) {
        return new RunFailure(problem(where, message));
    }

    Problem problem(String where, String message) {
        return new Problem(where, id, message);
    }
}
