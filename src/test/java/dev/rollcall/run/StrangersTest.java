package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.scope.Scope;
import dev.rollcall.scope.Scope.Filter;
import dev.rollcall.scope.Scope.Mode;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever was to become a user and did not leaves nothing behind once nobody sends him any more. */
class StrangersTest {
    private static final String NOBODY_NEW = "safeguards: { creates: { count: 0 }, removals: { percent: 100 } }";
    private static final Person SELLER = person("77").department("Sales");

    private final Engine engine = new Engine(TestDatabase.shared()).directory(NOBODY_NEW);

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    /** Rows that still tell of the seller, by table. */
    private List<String> traces() {
        return engine.sql.queryForList("""
                SELECT 'plan_action ' || a.state
                FROM plan_action a JOIN run r ON r.id = a.run
                WHERE r.directory = ?
                  AND (a.key = '77' OR concat(a::text, convert_from(a.profile, 'UTF8')) ~ 'Family77|77@example|hr:77')
                UNION ALL
                SELECT 'employee' FROM employee e WHERE e.directory = ? AND e.key = '77'
                UNION ALL
                SELECT 'rejected_create' FROM rejected_create WHERE directory = ? AND key = '77'
                ORDER BY 1""", String.class, engine.directory, engine.directory, engine.directory);
    }

    @Test
    @Acceptance(104)
    void whoeverAFilterKeepsOutAfterHisPlanWasRejectedIsStoredNowhere() {
        RunSummary held = engine.full(SELLER.mapped());
        engine.decisions().reject(held.run());
        assertThat(traces()).containsExactly("employee", "plan_action REJECTED", "rejected_create");
        engine.source("hr", new Scope(List.of(new Filter(Mode.EXCLUDE, "department", Set.of("sales")))), "2");

        engine.full(SELLER.mapped());

        assertThat(traces()).isEmpty();
    }

    @Test
    void whoeverIsGoneBeforeAnybodyDecidedIsForgottenAndCannotBeReleased() {
        RunSummary held = engine.full(SELLER.mapped(), person("1").mapped());
        engine.decisions().reject(held.run());

        engine.full(person("1").mapped());

        assertThat(traces()).isEmpty();
        assertThat(engine.decisions().release(held.run()).decided()).isEqualTo(1);
        assertThat(engine.active()).containsExactly("hr:1");
    }

    @Test
    void soIsWhoeverIsToldGoneInADelta() {
        engine.full(SELLER.mapped(), person("1").mapped());

        engine.delta(SELLER.gone());

        assertThat(traces()).isEmpty();
    }

    @Test
    void soIsAFormerUserWhoseReturnWasHeld() {
        String atOnce = "lifecycle: { whenAbsent: delete, quarantine: 0 days }\n";
        engine.directory(atOnce + "safeguards: { removals: { percent: 100 } }");
        engine.full(SELLER.mapped(), person("1").mapped());
        engine.full(person("1").mapped());
        assertThat(traces()).isEmpty();
        engine.directory(atOnce + NOBODY_NEW);
        engine.full(SELLER.mapped(), person("1").mapped());
        assertThat(traces()).containsExactly("plan_action HELD");

        engine.full(person("1").mapped());

        assertThat(traces()).isEmpty();
    }

    @Test
    void whoeverIsStillSentWaitsOn() {
        engine.full(SELLER.mapped());

        engine.full(SELLER.mapped());

        assertThat(traces()).containsExactly("employee", "plan_action HELD", "plan_action SUPERSEDED");
    }
}
