package dev.rollcall.stories;

import static dev.rollcall.run.ExampleDirectory.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.ExampleDirectory;
import dev.rollcall.run.PlannedAction;
import dev.rollcall.run.RunSummary;
import dev.rollcall.source.SourceRecord;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide of SoSafe: one HR system behind a unified API, a few steps, and filters that nobody slips through. */
class SosafeStoryTest {
    private static final String KOMBO = "kombo";

    private final ExampleDirectory sosafe = new ExampleDirectory("sosafe");

    @AfterEach
    void close() throws SQLException {
        sosafe.close();
    }

    private static SourceRecord of(String department, String id) {
        return of(department, id, "");
    }

    private static SourceRecord of(String department, String id, String more) {
        return json(
                "{ 'id': '%1$s', 'first_name': 'Given%1$s', 'last_name': 'Family%1$s', 'employment_status': 'ACTIVE',"
                                .formatted(id)
                        + " 'work_email': '%s@example.com', 'groups': [{ 'type': 'DEPARTMENT', 'name': '%s' }]%s }"
                                .formatted(id, department, more));
    }

    /** Permissions granted, authorised, filtered, finished. */
    private void connected(SourceRecord... people) {
        sosafe.accept(KOMBO);
        sosafe.test(KOMBO, people);
        sosafe.enable(KOMBO);
        sosafe.night(KOMBO, people);
    }

    @Test
    @Acceptance({125, 129, 131})
    void permissionsAreGrantedFirstAndTheFirstSyncIsLookedAtBeforeAnybodyIsMade() {
        // given nobody granted anything: nothing is read
        assertThatThrownBy(() -> sosafe.test(KOMBO, of("Sales", "1"))).hasMessageContaining("rollcall accept kombo");

        // when somebody does, and the first sync ends
        sosafe.accept(KOMBO);
        RunSummary first = sosafe.test(KOMBO, of("Sales", "1"));

        // then it shows whom it would make, and makes him when the connection is saved
        assertThat(sosafe.plan(first)).hasSize(1);
        assertThat(sosafe.users()).isEmpty();
        sosafe.enable(KOMBO);
        sosafe.night(KOMBO, of("Sales", "1"));
        assertThat(sosafe.active()).containsExactly("kombo:1");
        assertThat(sosafe.segments()).containsExactly("department=Sales");
    }

    @Test
    @Acceptance({100, 106})
    void noAdditionalEmployeesAreProvisionedOrStoredInAnyWay() {
        // given a connection with filters
        String secret = "zq" + System.nanoTime();

        // when the source sends people of other departments, and an intern
        connected(
                of("sales", "1"),
                of("Legal", secret),
                of("IT", "i" + secret, ", 'employment_type': 'INTERNSHIP'"),
                of("Support", "2"));

        // then they are no users, and nothing of them is anywhere
        assertThat(sosafe.active()).containsExactly("kombo:1", "kombo:2");
        assertThat(sosafe.stores(secret)).isFalse();
    }

    @Test
    @Acceptance({105, 126})
    void whomAChangedFilterTakesIsShownAndHeldAndThenRemoved() {
        // given people of two departments
        connected(of("Sales", "1"), of("Sales", "2"), of("Support", "3"));

        // when the filter is changed and saved
        sosafe.save("kombo.yaml", "values: [Sales, Support, IT]", "values: [Sales, IT]");
        RunSummary changed = sosafe.night(KOMBO, of("Sales", "1"), of("Sales", "2"), of("Support", "3"));

        // then whoever is no part of it any more is held, until somebody who has seen it says so
        assertThat(sosafe.plan(changed))
                .extracting(PlannedAction::externalId, PlannedAction::obstacle)
                .containsExactly(tuple("kombo:3", Obstacle.CONFIGURATION_CHANGED));
        assertThat(sosafe.active()).hasSize(3);
        sosafe.release(changed);
        assertThat(sosafe.active()).containsExactly("kombo:1", "kombo:2");
        assertThat(sosafe.access("kombo:3")).isEqualTo(AccessState.QUARANTINED);
    }

    @Test
    @Acceptance({58, 59})
    void theDefaultMappingServesAndMayBeChangedAtAnyTime() {
        // given a person whose title the HR system keeps in a field of its own
        SourceRecord person = of(
                "Sales",
                "1",
                ", 'job_title': 'Rep', 'custom_fields': { 'role_title': 'Account Manager', 'cc': '4711' }");
        connected(person);
        assertThat(sosafe.text("kombo:1", "title")).isEqualTo("Account Manager");

        // when another attribute is aligned
        sosafe.save("kombo.yaml", "employee:\n", "employee:\n  costCenter: $.custom_fields.cc\n");
        sosafe.night(KOMBO, person);

        // then it is there with the next run, although the record is the same
        assertThat(sosafe.text("kombo:1", "costCenter")).isEqualTo("4711");
        assertThat(sosafe.active()).containsExactly("kombo:1");
    }

    @Test
    @Acceptance(14)
    void oneConnectionIsActiveAndAnotherIsRefused() {
        // given a connection
        connected(of("Sales", "1"));

        // when somebody wants another one beside it
        sosafe.add("personio.yaml", "extends: personio-default\nsource: personio\ndirectory: sosafe\n");
        sosafe.accept("personio");

        // then it is refused, and the first goes on
        assertThatThrownBy(() -> sosafe.enable("personio")).hasMessageContaining("rollcall disconnect kombo");
        sosafe.night(KOMBO, of("Sales", "1"), of("Sales", "2"));
        assertThat(sosafe.active()).containsExactly("kombo:1", "kombo:2");
    }
}
