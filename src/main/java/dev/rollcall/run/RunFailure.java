package dev.rollcall.run;

import dev.rollcall.source.Problem;

/** A run cannot go on. Says where, what was found, what was expected and what to do; nothing personal. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RunFailure(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /**
     * A failure with a cause for the log of a debugging operator.
     *
     * @param cause never shown to users, since a database names values in its messages
     */
    public RunFailure(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
