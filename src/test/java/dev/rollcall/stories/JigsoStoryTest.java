package dev.rollcall.stories;

import static dev.rollcall.run.ExampleDirectory.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Action;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.ExampleDirectory;
import dev.rollcall.run.PlannedAction;
import dev.rollcall.run.RunSummary;
import dev.rollcall.source.SourceRecord;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide of JiGSO: several systems, the source of truth each for its own people. */
class JigsoStoryTest {
    private static final String SF = "successfactors";

    private final ExampleDirectory jigso = new ExampleDirectory("jigso");

    @AfterEach
    void close() throws SQLException {
        jigso.close();
    }

    /** Somebody out of SuccessFactors, with these further keys of the record. */
    private static SourceRecord sf(String id, String job, String more) {
        return json("{ 'person': { 'personIdExternal': '%1$s' }, 'status': 'A', 'personal': { 'firstName': 'Given%1$s',"
                        .formatted(id)
                + " 'lastName': 'Family%1$s' }, 'emails': [{ 'type': 'B', 'address': '%1$s@example.com' }],"
                        .formatted(id)
                + " 'job': { %s }%s }".formatted(job, more));
    }

    private static SourceRecord sf(String id) {
        return sf(id, "", "");
    }

    /** Somebody out of SD Worx. */
    private SourceRecord worx(String number, String email, String department) {
        return jigso.row(
                "sd-worx",
                "Personeelsnummer",
                number,
                "Voornaam",
                "Given" + number,
                "Naam",
                "Family" + number,
                "E-mail werk",
                email,
                "Afdeling",
                department,
                "Vestiging",
                "Antwerpen");
    }

    @Test
    @Acceptance({68, 141})
    void aNewHireOfMarketingInAntwerpIsInPlaceAndComesInOnTheFirstDay() {
        // given a manager who works here
        jigso.night(SF, sf("boss"));

        // when somebody is hired who begins on 9 March
        jigso.night(
                SF,
                sf("boss"),
                sf(
                        "an",
                        "'departmentNav': { 'name_localized': 'Marketing' }, 'locationNav': { 'name': 'Antwerpen' }",
                        ", 'manager': 'boss', 'startDate': '2026-03-09'"));

        // then department, place and reporting line are there at once, and access is there on that day
        assertThat(jigso.text("successfactors:an", "department")).isEqualTo("Marketing");
        assertThat(jigso.text("successfactors:an", "location")).isEqualTo("Antwerp");
        assertThat(jigso.manager("successfactors:an")).isEqualTo("successfactors:boss");
        jigso.turnTo("2026-03-08T22:59:59Z");
        assertThat(jigso.access("successfactors:an")).isEqualTo(AccessState.PRE_HIRE);
        jigso.turnTo("2026-03-08T23:00:00Z");
        assertThat(jigso.access("successfactors:an")).isEqualTo(AccessState.ACTIVE);
    }

    @Test
    @Acceptance({73, 74, 75})
    void leaversAreDeactivatedByStatusByEndDateAndWhenNotIncludedAnyMore() {
        // given seven people
        jigso.night(SF, sf("1"), sf("2"), sf("3"), sf("4"), sf("5"), sf("6"), sf("7"));

        // when one becomes inactive, one is not included, and the end date of one has passed
        jigso.night(
                SF,
                json("{ 'person': { 'personIdExternal': '1' }, 'status': 'T', 'personal': { 'firstName': 'Given1',"
                        + " 'lastName': 'Family1' }, 'emails': [{ 'type': 'B', 'address': '1@example.com' }] }"),
                sf("3", "", ", 'endDate': '2026-03-01'"),
                sf("4"),
                sf("5"),
                sf("6"),
                sf("7"));

        // then they lose access, and their data stays
        assertThat(jigso.active())
                .containsExactly("successfactors:4", "successfactors:5", "successfactors:6", "successfactors:7");
        assertThat(jigso.access("successfactors:2")).isEqualTo(AccessState.DEACTIVATED);
        assertThat(jigso.text("successfactors:2", "givenName")).isEqualTo("Given2");
    }

    @Test
    @Acceptance({69, 71})
    void whenSalesIsSplitEverybodyMovesAndWhatWasChangedByHandIsRealigned() {
        // given two of sales
        String sales = "'departmentNav': { 'name_localized': 'Verkoop' }";
        jigso.night(SF, sf("1", sales, ""), sf("2", sales, ""));
        assertThat(jigso.segments()).containsExactly("department=Sales");

        // when somebody changes one by hand, and the company splits the department
        jigso.edit("successfactors:1", "department", "Marketing");
        jigso.night(
                SF,
                sf("1", "'departmentNav': { 'name_localized': 'Sales North' }", ""),
                sf("2", "'departmentNav': { 'name_localized': 'Sales South' }", ", 'manager': '1'"));

        // then the HR system has its way
        assertThat(jigso.text("successfactors:1", "department")).isEqualTo("Sales North");
        assertThat(jigso.text("successfactors:2", "department")).isEqualTo("Sales South");
        assertThat(jigso.manager("successfactors:2")).isEqualTo("successfactors:1");
    }

    @Test
    @Acceptance({13, 16, 17})
    void twoSystemsTogetherMakeTheCompanyAndSomebodyInBothIsAConflict() {
        // given one part of the company in each system
        jigso.night(SF, sf("1", "'departmentNav': { 'name_localized': 'Vertrieb' }", ""));
        jigso.night("sd-worx", worx("71", "an@example.com", "Verkoop"));
        assertThat(jigso.active()).containsExactly("sd-worx:71", "successfactors:1");

        // when the second has somebody of the first
        RunSummary both =
                jigso.night("sd-worx", worx("71", "an@example.com", "Verkoop"), worx("72", "1@example.com", "Finance"));

        // then nobody overwrites anybody, and both speak of one department and one place
        assertThat(jigso.plan(both)).extracting(PlannedAction::obstacle).containsExactly(Obstacle.TWO_SOURCES);
        assertThat(jigso.text("successfactors:1", "department")).isEqualTo("Sales");
        assertThat(jigso.text("sd-worx:71", "department")).isEqualTo("Sales");
        assertThat(jigso.segments()).containsExactly("department=Sales", "location=Antwerp");
    }

    @Test
    @Acceptance({19, 20})
    void theIdentityProviderFillsTheGapsAndMakesNobodyAUser() {
        // given somebody of whose place the HR system knows nothing
        jigso.night(SF, sf("1"));

        // when the identity provider has him, and a guest
        jigso.night("entra", entra("a", "1@EXAMPLE.com"), entra("b", "guest@example.com"));
        jigso.night(SF, sf("1"));

        // then his gaps are filled, and the guest is nobody here
        assertThat(jigso.users()).containsExactly("successfactors:1");
        assertThat(jigso.text("successfactors:1", "location")).isEqualTo("Antwerp");
        assertThat(jigso.value("successfactors:1", "custom.securityGroup")).isEqualTo(new Value.Text("sg-staff"));
    }

    private SourceRecord entra(String id, String email) {
        return jigso.row(
                "entra",
                "Object Id",
                id,
                "Mail",
                email,
                "User principal name",
                email,
                "Office location",
                "Antwerpen",
                "Security group",
                "sg-staff");
    }

    @Test
    @Acceptance({29, 30, 34})
    void whoeverBeganWithoutAnIntegrationOrSwitchesItMakesNobodyTwice() {
        // given a user somebody made by hand, before there was an integration
        jigso.there("an@example.com");

        // when the first file comes, with three data points of each
        RunSummary first = jigso.night("sd-worx", worx("71", "An@example.com", ""), worx("72", "bo@example.com", ""));

        // then he waits for a person's word and is not made twice
        assertThat(jigso.users()).containsExactly("an@example.com", "sd-worx:72");
        assertThat(jigso.plan(first))
                .filteredOn(action -> action.kind() == Action.Kind.LINK)
                .extracting(PlannedAction::obstacle)
                .containsExactly(Obstacle.REVIEW);

        // when the other system takes somebody over, and the first lets go of him
        UUID bo = jigso.id("sd-worx:72");
        jigso.night(
                SF,
                json("{ 'person': { 'personIdExternal': '9' }, 'status': 'A', 'personal': { 'firstName': 'Bo',"
                        + " 'lastName': 'Claes' }, 'emails': [{ 'type': 'B', 'address': 'bo@example.com' }] }"));
        jigso.night("sd-worx", worx("73", "cy@example.com", ""));

        // then he is the same user, with access all the time
        assertThat(jigso.id("successfactors:9")).isEqualTo(bo);
        assertThat(jigso.active()).isEqualTo(List.of("an@example.com", "sd-worx:73", "successfactors:9"));
    }
}
