package dev.rollcall.run;

import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;

/** What can be wrong with a plan's file that comes back. */
public enum UploadCode implements Code {
    NOT_A_PLAN("UPL-001", "a file that is not one of a plan's files"),
    LINES("UPL-002", "lines of a plan's file that cannot be taken");

    private final String id;
    private final String description;

    UploadCode(String id, String description) {
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
        return new RunFailure(new Problem(where, id, message));
    }
}
