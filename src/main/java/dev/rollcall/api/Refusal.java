package dev.rollcall.api;

import dev.rollcall.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** A request or a command that cannot be done as it was given; nothing was changed. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public Refusal(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    /** Several problems told at once, under the first one's code; nothing was changed. */
    static Refusal of(List<Problem> problems) {
        if (problems.size() == 1) {
            return new Refusal(problems.getFirst());
        }
        return new Refusal(new Problem(
                problems.getFirst().where(),
                problems.getFirst().code(),
                problems.stream().map(Problem::toString).collect(Collectors.joining("\n    ", "", "\n"))
                        + problems.size() + " problems; nothing was changed."));
    }

    public Problem problem() {
        return problem;
    }
}
