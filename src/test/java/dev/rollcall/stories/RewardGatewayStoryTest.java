package dev.rollcall.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.directory.AccessState;
import dev.rollcall.plan.Obstacle;
import dev.rollcall.run.ExampleDirectory;
import dev.rollcall.run.PlannedAction;
import dev.rollcall.run.RunSummary;
import dev.rollcall.source.SourceRecord;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The guide of Reward Gateway: members by number first and address second, and the file that removes leavers. */
class RewardGatewayStoryTest {
    private final ExampleDirectory members = new ExampleDirectory("reward-gateway");

    @AfterEach
    void close() throws SQLException {
        members.close();
    }

    private SourceRecord row(String payroll, String number, String email, String born) {
        return named(payroll, number, email, "Given" + number, "Family" + number, born);
    }

    private SourceRecord named(String payroll, String number, String email, String first, String last, String born) {
        return members.row(
                "members",
                "Payroll ID",
                payroll,
                "Membership No.",
                number,
                "Email Address",
                email,
                "First Name",
                first,
                "Last Name",
                last,
                "Date of Birth",
                born);
    }

    private RunSummary night(SourceRecord... rows) {
        return members.night("members", rows);
    }

    @Test
    @Acceptance({36, 37, 38, 39, 96})
    void numberAndAddressAreMandatoryAndTheRestIsRecommendedAndTakenExactly() {
        // given two of whom one lacks all that is only recommended
        RunSummary run = night(
                named("1", "M-007", "an@example.com", " Zoë", "O’Neill-van den Berg", "1990-01-31"),
                named("2", "M-008", "bo@example.com", "", "", ""));

        // then both are members, the lack is said, and the names are as the company has them
        assertThat(members.active()).containsExactly("members:1", "members:2");
        assertThat(run.messages()).anyMatch(message -> message.contains("CFG-101  1 records have no givenName"));
        assertThat(members.text("members:1", "givenName")).isEqualTo(" Zoë");
        assertThat(members.text("members:1", "familyName")).isEqualTo("O’Neill-van den Berg");
        assertThat(members.text("members:1", "membershipNumber")).isEqualTo("M-007");
    }

    @Test
    @Acceptance({36, 37})
    void withoutNumberOrWithoutAddressNobodyBecomesAMember() {
        // given many who are complete, when two are not
        SourceRecord[] rows = new SourceRecord[22];
        for (int i = 0; i < 20; i++) {
            rows[i] = row("p" + i, "M" + i, i + "@example.com", "");
        }
        rows[20] = row("x", "", "x@example.com", "");
        rows[21] = row("y", "M99", "", "");
        RunSummary run = night(rows);

        // then those two are refused, and nobody else
        assertThat(run.counts().rejected()).isEqualTo(2);
        assertThat(members.active()).hasSize(20).doesNotContain("members:x", "members:y");
    }

    @Test
    @Acceptance({30, 36})
    void theNumberSaysWhoItIsWhenAnotherPayrollAndAnotherAddressComeWithIt() {
        // given a member who has left
        night(
                row("1", "M1", "an@example.com", ""),
                row("2", "M2", "bo@example.com", ""),
                row("3", "M3", "cy@x.com", ""));
        UUID an = members.id("members:1");
        night(row("2", "M2", "bo@example.com", ""), row("3", "M3", "cy@x.com", ""));
        assertThat(members.access("members:1")).isEqualTo(AccessState.QUARANTINED);

        // when the number comes again, of another payroll and with another address
        night(
                row("9", "m1", "an.new@example.com", ""),
                row("2", "M2", "bo@example.com", ""),
                row("3", "M3", "cy@x.com", ""));

        // then it is the same member
        assertThat(members.id("members:9")).isEqualTo(an);
        assertThat(members.access("members:9")).isEqualTo(AccessState.ACTIVE);
        assertThat(members.email("members:9")).isEqualTo("an.new@example.com");
    }

    @Test
    @Acceptance(37)
    void theAddressIsTheSecondIdentifierOfWhoeverSignedInFirst() {
        // given somebody whom single sign-on created before the file came
        members.there("an@example.com");
        UUID an = members.id("an@example.com");

        // when the file brings the address
        night(row("1", "M1", "AN@example.com", ""), row("2", "M2", "bo@example.com", ""));

        // then it is one member, with a number now
        assertThat(members.users()).containsExactly("members:1", "members:2");
        assertThat(members.id("members:1")).isEqualTo(an);
        assertThat(members.text("members:1", "membershipNumber")).isEqualTo("M1");
    }

    @Test
    @Acceptance({39, 98})
    void identifiersThatDisagreeTouchNobody() {
        // given two members
        SourceRecord an = row("1", "M1", "an@example.com", "1990-01-31");
        SourceRecord bo = row("2", "M2", "bo@example.com", "1991-02-28");
        night(an, bo);

        // when a record has the number of one and the address of the other, or a number and another date of birth
        RunSummary run =
                night(an, bo, row("3", "M1", "bo@example.com", ""), row("4", "M2", "di@example.com", "1999-09-09"));

        // then it is a conflict to be looked at
        assertThat(members.plan(run)).hasSize(2).allMatch(action -> action.obstacle() != null);
        assertThat(members.plan(run)).extracting(PlannedAction::obstacle).contains(Obstacle.SEVERAL_USERS);
        assertThat(members.users()).containsExactly("members:1", "members:2");
        assertThat(members.email("members:1")).isEqualTo("an@example.com");
    }

    @Test
    @Acceptance({75, 88})
    void theFileRemovesLeaversWhomASignInNeverWould() {
        // given members
        night(row("1", "M1", "an@example.com", ""), row("2", "M2", "bo@example.com", ""));

        // when one is not in the file any more
        night(row("2", "M2", "bo@example.com", ""));

        // then he is out at once
        assertThat(members.active()).containsExactly("members:2");
        assertThat(members.access("members:1")).isEqualTo(AccessState.QUARANTINED);
    }
}
