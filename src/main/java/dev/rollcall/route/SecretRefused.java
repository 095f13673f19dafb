package dev.rollcall.route;

import dev.rollcall.source.Problem;

/** The source refused the secret of a request; another one may do. */
final class SecretRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    SecretRefused(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
