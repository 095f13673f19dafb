package dev.rollcall.api.command;

/** What a command ends with, for scripts. */
final class ExitStatus {
    static final int DONE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_CALL = 2;
    static final int HELD = 3;
    /** The server goes on after the command: the process does not end. */
    static final int GOES_ON = -1;

    private ExitStatus() {}
}
