package dev.rollcall.source;

/** The source cannot be read. Says what was found and what to do; nothing personal. */
public final class SourceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public SourceFailure(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
