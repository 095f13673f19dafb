package dev.rollcall.run;

import dev.rollcall.source.Problem;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run cannot go on. Says where, what was found, what was expected and what to do; nothing personal. */
public final class RunFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final @Nullable Instant retryAt;

    public RunFailure(Problem problem) {
        this(problem, Optional.empty());
    }

    /** A refusal that ends by itself at a moment, if there is one. */
    RunFailure(Problem problem, Optional<Instant> retryAt) {
        super(problem.toString());
        this.problem = problem;
        this.retryAt = retryAt.orElse(null);
    }

    /**
     * A failure with a cause for the log of a debugging operator.
     *
     * @param cause never shown to users, since a database names values in its messages
     */
    public RunFailure(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
        this.retryAt = null;
    }

    public Problem problem() {
        return problem;
    }

    /** When the same will be possible; empty when nobody can tell. */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }
}
