package dev.rollcall.stories;

import static dev.rollcall.run.ExampleDirectory.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.ExampleDirectory;
import dev.rollcall.run.PlannedAction;
import dev.rollcall.run.RunSummary;
import dev.rollcall.source.SourceRecord;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide of Eletive: configure, test, enable; participation, removal, filters, and what protects from mistakes. */
class EletiveStoryTest {
    private static final String KOMBO = "kombo";

    private final ExampleDirectory eletive = new ExampleDirectory("eletive");

    @AfterEach
    void close() throws SQLException {
        eletive.close();
    }

    private static SourceRecord person(String id, String... more) {
        String status = String.join(",", more).contains("employment_status") ? "" : ", 'employment_status': 'ACTIVE'";
        return json(
                "{ 'id': '%1$s', 'first_name': 'Given%1$s', 'last_name': 'Family%1$s', 'work_email': '%1$s@example.com'"
                                .formatted(id)
                        + status + (more.length == 0 ? "" : ", " + String.join(", ", more)) + " }");
    }

    private static String inactive() {
        return "'employment_status': 'INACTIVE'";
    }

    private static String department(String name) {
        return "'groups': [{ 'type': 'DEPARTMENT', 'name': '%s' }]".formatted(name);
    }

    /** Accepted, tested, enabled, and run. */
    private void live(SourceRecord... people) {
        eletive.accept(KOMBO);
        eletive.test(KOMBO, people);
        eletive.enable(KOMBO);
        eletive.night(KOMBO, people);
    }

    @Test
    @Acceptance({98, 110, 116, 118, 119, 124, 125, 131})
    void aTestShowsWhatWouldHappenBeforeAnybodyEnablesAnything() {
        // given users there already, and a sub-processor nobody has accepted
        eletive.there("1@example.com");
        SourceRecord[] people = {person("1"), person("2")};
        assertThatThrownBy(() -> eletive.test(KOMBO, people)).hasMessageContaining("rollcall accept kombo");
        eletive.accept(KOMBO);

        // when somebody tests
        RunSummary test = eletive.test(KOMBO, people);

        // then Created and Updated are shown, nothing has changed, and a fourth test has to wait
        assertThat(eletive.plan(test))
                .extracting(PlannedAction::kind)
                .containsExactlyInAnyOrder(Action.Kind.LINK, Action.Kind.CREATE);
        assertThat(eletive.users()).containsExactly("1@example.com");
        eletive.test(KOMBO, people);
        eletive.test(KOMBO, people);
        assertThatThrownBy(() -> eletive.test(KOMBO, people)).hasMessageContaining("3 dry runs");

        // then it is not enabled before the Updated file was uploaded; and where that is meant, nobody is made twice
        assertThatThrownBy(() -> eletive.enable(KOMBO))
                .hasMessageContaining("LIF-010")
                .hasMessageContaining("updated.csv");
        eletive.enableUnadopted(KOMBO);
        RunSummary run = eletive.night(KOMBO, people);
        assertThat(eletive.users()).containsExactly("1@example.com", "kombo:2");
        assertThat(eletive.plan(run)).extracting(PlannedAction::obstacle).contains(Obstacle.REVIEW);
    }

    @Test
    @Acceptance({77, 78, 82})
    void participationBeginsAMonthAfterTheStartAndFollowsTheStatusFromThen() {
        // given somebody who began on 31 January
        String began = "'start_date': '2026-01-31T00:00:00Z'";
        live(person("1", began), person("2", "'start_date': '2026-02-15T00:00:00Z'"), person("3"));
        assertThat(eletive.participates("kombo:1")).isTrue();
        assertThat(eletive.participates("kombo:2")).isFalse();
        eletive.turnTo("2026-03-14T23:00:00Z");
        assertThat(eletive.participates("kombo:2")).isTrue();

        // when the status is not active, participation goes off and access stays
        eletive.night(
                KOMBO,
                person("1", began, inactive()),
                person("2", "'start_date': '2026-02-15T00:00:00Z'"),
                person("3"));
        assertThat(eletive.participates("kombo:1")).isFalse();
        assertThat(eletive.access("kombo:1")).isEqualTo(AccessState.ACTIVE);

        // when somebody switches it by hand, the integration overwrites that
        eletive.participation("kombo:1", true);
        eletive.participation("kombo:3", false);
        eletive.night(
                KOMBO,
                person("1", began, inactive()),
                person("2", "'start_date': '2026-02-15T00:00:00Z'"),
                person("3"));
        assertThat(eletive.participates("kombo:1")).isFalse();
        assertThat(eletive.participates("kombo:3")).isTrue();
    }

    @Test
    @Acceptance({79, 80})
    void insteadUsersMayBeDeletedWhenTheyLeaveOrLeftToPeople() {
        // given the option to do nothing, and participation switched off by hand
        eletive.save("eletive.directory.yaml", "whenInactive: toggle-participation", "whenInactive: nothing");
        live(person("1"), person("2"), person("3"));
        eletive.participation("kombo:2", false);

        // when somebody is not active, nothing changes
        SourceRecord[] people = {person("1", inactive()), person("2"), person("3")};
        eletive.night(KOMBO, people);
        assertThat(eletive.participates("kombo:1")).isTrue();
        assertThat(eletive.participates("kombo:2")).isFalse();

        // when the option to delete is chosen, what it takes is looked at, and then he is deleted
        eletive.save("eletive.directory.yaml", "whenInactive: nothing", "whenInactive: delete");
        RunSummary run = eletive.night(KOMBO, people);
        assertThat(eletive.active()).hasSize(3);
        eletive.release(run);
        assertThat(eletive.active()).containsExactly("kombo:2", "kombo:3");
        assertThat(eletive.users()).doesNotContain("kombo:1");
    }

    @Test
    @Acceptance(85)
    void usersAreRemovedMonthsAfterTheirEndDate() {
        // given an end date, and removal after three months
        SourceRecord[] people = {person("1", "'termination_date': '2026-03-10T00:00:00Z'"), person("2"), person("3")};
        live(people);
        eletive.turnTo("2026-03-11T06:00:00Z");
        assertThat(eletive.access("kombo:1")).isEqualTo(AccessState.DEACTIVATED);

        // when the last of the months is over, then the user is nowhere
        eletive.turnTo("2026-06-10T21:59:59Z");
        assertThat(eletive.users()).contains("kombo:1");
        eletive.turnTo("2026-06-10T22:00:00Z");
        assertThat(eletive.users()).doesNotContain("kombo:1");
    }

    @Test
    @Acceptance({53, 55, 56, 62, 63, 64, 100, 102, 104})
    void attributesSegmentsAndFiltersAreAsConfigured() {
        // given people of departments written in several ways, one without a work address
        live(
                person("1", department("r&d"), "'employee_number': '0042'"),
                person("2", department("Research and Development"), "'personal_email': 'private@example.net'"),
                person("3", department("Legal")),
                person("4", department("BOARD")));

        // then the segment is one, the board is not there, language is English, and no private address is anywhere
        assertThat(eletive.segments()).containsExactly("department=Legal", "department=Research");
        assertThat(eletive.active()).containsExactly("kombo:1", "kombo:2", "kombo:3");
        assertThat(eletive.text("kombo:1", "preferredLanguage")).isEqualTo("en");
        assertThat(eletive.text("kombo:1", "custom.kioskCode")).isEqualTo("0042");
        assertThat(String.valueOf(eletive.value("kombo:2", "emails"))).doesNotContain("private@example.net");

        // when somebody is called to the board, he is deleted, and a standard field cannot be mapped
        eletive.night(
                KOMBO,
                person("1", department("r&d"), "'employee_number': '0042'"),
                person("2", department("Research and Development")),
                person("3", department("board")));
        assertThat(eletive.active()).containsExactly("kombo:1", "kombo:2");
        assertThat(eletive.users()).doesNotContain("kombo:3");
        assertThatThrownBy(() -> eletive.save("kombo.yaml", "employee:\n", "employee:\n  givenName: $.nick\n"))
                .hasMessageContaining("MAP-011");
    }

    @Test
    @Acceptance({107, 111})
    void aMistakeInTheHrSystemDeletesNobodyAndASecondManualRunWaits() {
        // given ten users
        SourceRecord[] ten =
                IntStream.range(0, 10).mapToObj(i -> person("p" + i)).toArray(SourceRecord[]::new);
        live(ten);

        // when six are not sent any more, deletion is skipped; when five are, they are deleted
        RunSummary six = eletive.night(KOMBO, Arrays.copyOf(ten, 4));
        assertThat(six.state()).isEqualTo(RunSummary.State.HELD);
        assertThat(eletive.active()).hasSize(10);
        eletive.manual(KOMBO, Arrays.copyOf(ten, 5));
        assertThat(eletive.active()).hasSize(5);

        // and another manual run is refused until a day is over, while the nightly ones go on
        assertThatThrownBy(() -> eletive.manual(KOMBO, ten)).hasMessageContaining("1 runs");
        eletive.night(KOMBO, ten);
        assertThat(eletive.active()).hasSize(10);
    }
}
