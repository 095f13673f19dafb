package dev.rollcall.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.ExampleDirectory;
import dev.rollcall.run.PlannedAction;
import dev.rollcall.run.RunSummary;
import dev.rollcall.source.SourceRecord;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide of PlusPlus: a file of people, two columns of which are required, and a quarantine. */
class PlusplusStoryTest {
    private final ExampleDirectory plusplus = new ExampleDirectory("plusplus");

    @AfterEach
    void close() throws SQLException {
        plusplus.close();
    }

    /** A row; the address is the name's first word. */
    private SourceRecord row(String name, String... more) {
        String[] cells = Stream.concat(
                        Stream.of("Full Name", name, "Email", name.split(" ", 2)[0] + "@example.com"),
                        Arrays.stream(more))
                .toArray(String[]::new);
        return plusplus.row("people-report", cells);
    }

    private RunSummary night(SourceRecord... rows) {
        return plusplus.night("people-report", rows);
    }

    @Test
    @Acceptance({31, 35, 40, 42, 44, 46, 48})
    void fullNameAndAddressAreEnoughAndAllElseIsOptional() {
        // given a report in which one has everything and one the required two only
        night(
                row("bo"),
                row(
                        "an Van den Berg",
                        "Employee ID",
                        "00042",
                        "Hire Date",
                        "2020-04-07",
                        "Department",
                        "Engineering",
                        "Title",
                        "Engineer",
                        "Picture URL",
                        "https://pictures.example.com/an.png",
                        "Manager's email",
                        "BO@example.com"));

        // then both are users, and nothing was taken apart or typed anew
        assertThat(plusplus.active()).containsExactly("people-report:an@example.com", "people-report:bo@example.com");
        assertThat(plusplus.text("people-report:an@example.com", "fullName")).isEqualTo("an Van den Berg");
        assertThat(plusplus.text("people-report:an@example.com", "employeeNumber"))
                .isEqualTo("00042");
        assertThat(plusplus.text("people-report:an@example.com", "title")).isEqualTo("Engineer");
        assertThat(plusplus.text("people-report:an@example.com", "pictureUrl")).endsWith("/an.png");
        assertThat(plusplus.manager("people-report:an@example.com")).isEqualTo("people-report:bo@example.com");
        assertThat(plusplus.segments()).containsExactly("department=Engineering");
    }

    @Test
    @Acceptance(45)
    void aLocationThatWasNotConfiguredIsLeftBlank() {
        // given three configured locations, when rows name one, one by its other name, and one nobody knows
        RunSummary run =
                night(row("an", "Location", "berlin"), row("bo", "Location", "SFO"), row("cy", "Location", "Oz"));

        // then the last is blank, and the run says so without its name
        assertThat(plusplus.text("people-report:an@example.com", "location")).isEqualTo("Berlin");
        assertThat(plusplus.text("people-report:bo@example.com", "location")).isEqualTo("San Francisco");
        assertThat(plusplus.text("people-report:cy@example.com", "location")).isEmpty();
        assertThat(run.messages()).anyMatch(message -> message.contains("1 records have a location"));
    }

    @Test
    @Acceptance({43, 84, 88})
    void theTerminationDateTriggersDeprovisioningWhenThatDayIsOverWhereThePersonWorks() {
        // given three places and one termination date
        String[] ends = {"Termination Date", "2026-03-10"};
        night(
                row("an", "Location", "Tokyo", ends[0], ends[1]),
                row("bo", "Location", "Berlin", ends[0], ends[1]),
                row("cy", "Location", "San Francisco", ends[0], ends[1]),
                row("di"),
                row("ed"),
                row("flo"),
                row("guy"));

        // when the day is over in Tokyo, then in Berlin, then in San Francisco
        plusplus.turnTo("2026-03-10T14:59:59Z");
        assertThat(plusplus.active()).hasSize(7);
        plusplus.turnTo("2026-03-10T15:00:00Z");
        assertThat(plusplus.access("people-report:an@example.com")).isEqualTo(AccessState.QUARANTINED);
        assertThat(plusplus.active()).hasSize(6);
        plusplus.turnTo("2026-03-10T23:00:00Z");
        assertThat(plusplus.access("people-report:bo@example.com")).isEqualTo(AccessState.QUARANTINED);
        assertThat(plusplus.active()).hasSize(5);
        plusplus.turnTo("2026-03-11T06:59:59Z");
        assertThat(plusplus.active()).hasSize(5);
        plusplus.turnTo("2026-03-11T07:00:00Z");
        assertThat(plusplus.access("people-report:cy@example.com")).isEqualTo(AccessState.QUARANTINED);
    }

    @Test
    @Acceptance({75, 88, 89, 90, 91})
    void whoeverIsDeprovisionedIsKeptThroughTheQuarantineAndThenAnonymised() {
        // given two people of whom one goes from the report
        String name = "zq" + System.nanoTime();
        night(row(name), row("bo"), row("cy"));
        UUID id = plusplus.id("people-report:" + name + "@example.com");
        night(row("bo"), row("cy"));

        // then access is gone at once and nothing of the person is
        assertThat(plusplus.access("people-report:" + name + "@example.com")).isEqualTo(AccessState.QUARANTINED);
        plusplus.turnTo("2026-03-08T07:59:59Z");
        assertThat(plusplus.text("people-report:" + name + "@example.com", "fullName"))
                .isEqualTo(name);

        // when the seven days are over in San Francisco, everything is
        plusplus.turnTo("2026-03-08T08:00:00Z");
        assertThat(plusplus.stores(name)).isFalse();
        assertThat(plusplus.users()).contains(id.toString());
    }

    @Test
    @Acceptance(25)
    void anAutomatedRuleHoldsAsLongAsItsCondition() {
        // given a rule for whoever came in the last three months
        night(row("an", "Hire Date", "2026-02-01"), row("bo", "Hire Date", "2019-02-01"));
        assertThat(plusplus.value("people-report:an@example.com", "teams"))
                .isEqualTo(new Value.Texts(List.of("Newcomers")));
        assertThat(plusplus.value("people-report:bo@example.com", "teams")).isNull();

        // when the months are over, and the report is the same
        plusplus.turnTo("2026-05-02T08:00:00Z");
        night(row("an", "Hire Date", "2026-02-01"), row("bo", "Hire Date", "2019-02-01"));

        // then nobody is a newcomer
        assertThat(plusplus.value("people-report:an@example.com", "teams")).isNull();
    }

    @Test
    @Acceptance(40)
    void anAddressThatChangesUnderOneEmployeeIdIsNoLeaverAndNoJoiner() {
        // given people with employee ids
        night(row("an", "Employee ID", "00042"), row("bo", "Employee ID", "00043"), row("cy"));

        // when one is sent under a new address
        plusplus.save("plusplus.directory.yaml", "[externalId, email]", "[externalId, employeeNumber, email]");
        night(row("an", "Employee ID", "00042"), row("bo", "Employee ID", "00043"), row("cy"));
        RunSummary run = night(row("ann", "Employee ID", "00042"), row("bo", "Employee ID", "00043"), row("cy"));

        // then somebody looks at it first, and nobody loses anything
        assertThat(plusplus.plan(run)).extracting(PlannedAction::obstacle).containsOnly(Obstacle.SUSPECTED_REKEY);
        assertThat(plusplus.active()).contains("people-report:an@example.com").hasSize(3);
    }
}
