package dev.rollcall.run;

import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.RunId;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans of a source whose mapping is gone, as the operator takes it away when a source is disconnected for good. */
class GoneSourceTest {
    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private void employed(String... keys) {
        engine.full(Stream.of(keys).map(key -> person(key).mapped()).toArray(MappingResult[]::new));
    }

    @Test
    @Acceptance(127)
    void theUsersOfADisconnectedSourceAreReleasedWithoutItsMapping() {
        employed("1", "2");
        RunSummary plan = engine.removeUsers("hr");
        assertThat(engine.active()).containsExactly("hr:1", "hr:2");

        engine.decisions().release(plan.run(), Set.of("hr:1"));
        assertThat(engine.active()).containsExactly("hr:2");
        engine.decisions().reject(plan.run());
        assertThat(engine.active()).containsExactly("hr:2");
        engine.decisions().release(plan.run());

        assertThat(engine.active()).isEmpty();
    }

    @Test
    @Acceptance({107, 126})
    void anotherPlanWhoseMappingIsGoneIsRejectedButNotReleased() {
        employed("1", "2");
        engine.full(person("3").mapped());
        String held = engine.sql.queryForObject(
                "SELECT id FROM run WHERE directory = ? AND state = 'HELD'", String.class, engine.directory);
        RunId run = new RunId(Objects.requireNonNull(held));
        engine.without("hr");

        assertThatThrownBy(() -> engine.decisions().release(run))
                .isInstanceOf(RunFailure.class)
                .hasMessageContainingAll("RUN-011", "no mapping names the source hr", "put the file back");
        assertThat(engine.decisions().reject(run).decided()).isEqualTo(3);

        engine.source("hr", Scope.EVERYBODY, "1").decisions().release(run);
        assertThat(engine.active()).containsExactly("hr:3");
    }

    @Test
    @Acceptance(107)
    void aDecisionAboutSomebodyThePlanDoesNotHoldIsRefusedAsAWhole() {
        employed("1", "2");
        RunSummary held = engine.full(person("2").title("Cook").mapped());
        RunSummary plan = engine.removeUsers("hr");
        assertThat(held.counts().held()).isZero();

        for (String other : new String[] {"hr:1", "hr:9", "main:nobody"}) {
            assertThatThrownBy(() -> engine.decisions().release(plan.run(), Set.of("hr:2", other)))
                    .isInstanceOf(RunFailure.class)
                    .hasMessageContainingAll("RUN-021", "about " + other + ".");
            assertThatThrownBy(() -> engine.decisions().reject(plan.run(), Set.of("hr:2", other)))
                    .hasMessageContaining("RUN-021");
        }

        assertThat(engine.active()).containsExactly("hr:2");
        assertThat(engine.ledger().find(plan.run()).orElseThrow().summary().state())
                .isEqualTo(RunSummary.State.HELD);
    }
}
