package dev.rollcall.route;

import dev.rollcall.source.Problem;

/** An answer that is worth another try. */
final class HttpRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final long millisToWait;

    /**
     * A refusal.
     *
     * @param millisToWait what the server asks for; 0 when it says nothing
     */
    HttpRefusal(Problem problem, long millisToWait) {
        super(problem.toString());
        this.problem = problem;
        this.millisToWait = millisToWait;
    }

    Problem problem() {
        return problem;
    }

    long millisToWait() {
        return millisToWait;
    }
}
