package dev.rollcall.correlation;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose value counts where several sources have somebody (acceptance D20, rows 16 to 19). */
class PrecedenceTest {
    private static final Precedence PAYROLL_FIRST =
            new Precedence(Map.of("*", List.of("payroll", "hr"), "title", List.of("idp", "hr", "payroll")));

    private static final Employment HR = Said.by("hr", "title: Cook, department: Kitchen, grade:");
    private static final Employment PAYROLL = Said.by("payroll", "title: Chef, department: Canteen, costCenter: 12");
    private static final Employment IDP = Said.complementBy("idp", "title:, teams: Red, costCenter: 99");

    @Test
    void forEachAttributeTheFirstSourceByPrecedenceThatHasAValueCounts() {
        assertThat(PAYROLL_FIRST.merge(List.of(HR, PAYROLL, IDP)))
                .isEqualTo(profile("title: Cook, department: Canteen, costCenter: 12, teams: Red, grade:"));
    }

    @Test
    void withoutPrecedenceTheOrderGivenDecides() {
        assertThat(Precedence.NONE.merge(List.of(HR, PAYROLL, IDP)))
                .isEqualTo(profile("title: Cook, department: Kitchen, costCenter: 12, teams: Red, grade:"));
        assertThat(Precedence.NONE.merge(List.of(IDP, PAYROLL, HR)))
                .isEqualTo(profile("title: Chef, department: Canteen, costCenter: 99, teams: Red, grade:"));
    }

    @Test
    void sourcesThePrecedenceDoesNotNameComeLastInTheOrderGiven() {
        Precedence hrFirst = new Precedence(Map.of("*", List.of("hr")));

        assertThat(hrFirst.merge(List.of(IDP, PAYROLL, HR)))
                .isEqualTo(profile("title: Cook, department: Kitchen, costCenter: 99, teams: Red, grade:"));
        assertThat(hrFirst.rank("hr")).isZero();
        assertThat(hrFirst.rank("payroll")).isEqualTo(hrFirst.rank("idp")).isEqualTo(1);
    }

    @Test
    void anAttributeThatEverySourceLeavesEmptyIsCleared() {
        assertThat(Precedence.NONE.merge(List.of(Said.by("hr", "title:"), Said.by("payroll", "title:"))))
                .isEqualTo(profile("title:"));
    }

    @Test
    void aPersonInOneSourceIsWhatItSays() {
        assertThat(PAYROLL_FIRST.merge(List.of(HR))).isEqualTo(HR.profile());
    }

    @Test
    void theSourceOfAValueIsTheOneWhoseValueIsTaken() {
        List<Employment> all = List.of(HR, PAYROLL, IDP);

        assertThat(PAYROLL_FIRST.sourceOf("title", all)).isEqualTo("hr");
        assertThat(PAYROLL_FIRST.sourceOf("department", all)).isEqualTo("payroll");
        assertThat(PAYROLL_FIRST.sourceOf("teams", all)).isEqualTo("idp");
    }

    @Test
    void aValueThatNobodyHasIsTheLeadingSourcesToGive() {
        assertThat(PAYROLL_FIRST.sourceOf("manager", List.of(HR, PAYROLL))).isEqualTo("hr");
        assertThat(PAYROLL_FIRST.sourceOf("grade", List.of(PAYROLL, HR))).isEqualTo("payroll");
    }

    @Test
    void sourcesAreRankedWhenTheOrderForEveryAttributeNamesThemAll() {
        assertThat(PAYROLL_FIRST.ranks(List.of("hr", "payroll"))).isTrue();
        assertThat(PAYROLL_FIRST.ranks(List.of("hr", "idp"))).isFalse();
        assertThat(Precedence.NONE.ranks(List.of("hr", "payroll"))).isFalse();
        assertThat(PAYROLL_FIRST.rank("payroll")).isZero();
        assertThat(PAYROLL_FIRST.rank("hr")).isEqualTo(1);
    }
}
