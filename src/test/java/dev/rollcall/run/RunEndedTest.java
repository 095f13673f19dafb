package dev.rollcall.run;

import static dev.rollcall.run.Person.company;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.TestDatabase;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.RunEnded.Blocked;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a run is told where it happens. */
class RunEndedTest {
    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    @Test
    void whoeverCannotKeepItKeepsTheRunFromBeingApplied() {
        engine.onEnd = run -> {
            if (run.failure() == null) {
                throw new IllegalStateException("cannot keep it");
            }
        };

        assertThatThrownBy(() -> engine.full(company(0, 3))).isInstanceOf(RunFailure.class);

        assertThat(engine.users()).isEmpty();
        assertThat(engine.ended).hasSize(1).allMatch(run -> run.failure() != null && !run.judged());
    }

    @Test
    void itTellsHowManyActionsOfWhichKindAreBlockedByWhat() {
        engine.full(company(0, 10));
        engine.full(company(0, 4));
        engine.dry(company(0, 4));

        assertThat(engine.ended).hasSize(3);
        assertThat(engine.ended.get(0).blocked()).isEmpty();
        assertThat(engine.ended.get(1).blocked())
                .containsExactly(new Blocked(Action.Kind.DEACTIVATE, Action.State.HELD, Obstacle.REMOVALS_LIMIT, 6));
        assertThat(engine.ended.get(2).dryRun()).isTrue();
        assertThat(engine.ended.get(2).summary().counts().held()).isEqualTo(6);
    }
}
