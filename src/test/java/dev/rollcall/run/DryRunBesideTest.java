package dev.rollcall.run;

import static dev.rollcall.run.Person.company;
import static dev.rollcall.run.Person.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.TestDatabase;
import dev.rollcall.employee.Attribute;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.run.RunSummary.State;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dry run while a run of the same source is under way. */
class DryRunBesideTest {
    private static final Trigger TEST = new Trigger(Trigger.By.COMMAND, true, true, false);

    private final Engine engine = new Engine(TestDatabase.shared());

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    private RunSummary ends(Run run) {
        engine.runs()
                .accept(new SnapshotEnd(
                        run.id(), 1, 10, new Snapshot.Full(new Proof.DoneFile("x.done")), run.openedAt()));
        return engine.runs().settle(run.id());
    }

    @Test
    @Acceptance(116)
    void neitherSeesWhatTheOtherFetchedAndOnlyOneChangesAnything() {
        engine.full(company(0, 10));
        List<MappingResult> promoted = new ArrayList<>(List.of(company(0, 10)));
        promoted.set(0, person("p0").title("Chief").mapped());
        Run real = engine.open("hr", Trigger.SCHEDULE);
        engine.runs().stage(new MappedPage(real.id(), 0, promoted));
        Run dry = engine.open("hr", TEST);
        engine.runs().stage(new MappedPage(dry.id(), 0, List.of(company(1, 11))));
        String before = Stored.fingerprint(engine);

        RunSummary shown = ends(dry);

        assertThat(Stored.fingerprint(engine)).isEqualTo(before);
        assertThat(shown.state()).isEqualTo(State.PLANNED);
        assertThat(engine.plan(dry.id()))
                .extracting(action -> action.kind() + " " + action.externalId())
                .containsExactlyInAnyOrder("DEACTIVATE hr:p0", "CREATE hr:p10");

        RunSummary applied = ends(real);

        assertThat(applied.state()).isEqualTo(State.APPLIED);
        assertThat(engine.plan(real.id()))
                .extracting(action -> action.kind() + " " + action.externalId())
                .containsExactly("UPDATE hr:p0");
        assertThat(engine.active()).hasSize(10).contains("hr:p0").doesNotContain("hr:p10");
        assertThat(engine.user("hr:p0").profile().text(Attribute.TITLE)).contains("Chief");
    }
}
