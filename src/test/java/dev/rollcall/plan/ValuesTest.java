package dev.rollcall.plan;

import static dev.rollcall.employee.Written.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.Said;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.plan.Rules.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which values a user carries (acceptance D14, D17, rows 17, 18, 53, 71). */
class ValuesTest {
    private static final Vocabulary WORDS = new Vocabulary(
            Map.of(),
            Map.of("department", Map.of("r&d", "Research")),
            profile("preferredLanguage: en"),
            "department",
            Set.of());

    private static Profile created(Planning planning, String says) {
        return new Values(planning.rules(), Profile.EMPTY).created(List.of(Said.by("hr", says)));
    }

    private static Profile changed(Planning planning, String known, Employment... employments) {
        List<Employment> all = List.of(employments);
        List<Employment> counting =
                all.stream().filter(each -> each.evidence() == Evidence.PRESENT).toList();
        return new Values(planning.rules(), profile(known)).changed(counting, all);
    }

    @Test
    void whatASourceCarriesReplacesWhatWasKnownWhatItLeavesEmptyGoesAndTheRestStays() {
        assertThat(changed(
                        Planning.usual(),
                        "title: Cook, grade: 7, costCenter: 12",
                        Said.by("hr", "title: Chef, grade:, department: Kitchen")))
                .isEqualTo(profile("title: Chef, costCenter: 12, department: Kitchen"));
    }

    @Test
    void theApplicationsAttributesAreNeverWrittenAndOthersOnceAtCreation() {
        Planning planning = Planning.usual().owner("title", Owner.APP).owner("grade", Owner.ONCE);

        assertThat(created(planning, "title: Chef, grade: 7, costCenter: 12"))
                .isEqualTo(profile("grade: 7, costCenter: 12"));
        assertThat(changed(planning, "title: Cook, grade: 8", Said.by("hr", "title: Chef, grade: 7, costCenter: 12")))
                .isEqualTo(profile("title: Cook, grade: 8, costCenter: 12"));
        assertThat(changed(planning, "title: Cook, grade: 8", Said.by("hr", "title:, grade:")))
                .isEqualTo(profile("title: Cook, grade: 8"));
    }

    @Test
    void whatStandsInForNothingIsGivenToWhoeverHasNoneAndOwnsNone() {
        Planning english = Planning.usual().vocabulary(WORDS);

        assertThat(created(english, "title: Cook")).isEqualTo(profile("title: Cook, preferredLanguage: en"));
        assertThat(created(english, "preferredLanguage:")).isEqualTo(profile("preferredLanguage: en"));
        assertThat(created(english, "preferredLanguage: nl")).isEqualTo(profile("preferredLanguage: nl"));
        assertThat(changed(english, "title: Cook", Said.by("hr", "title: Chef")))
                .isEqualTo(profile("title: Chef, preferredLanguage: en"));
        assertThat(changed(english.owner("preferredLanguage", Owner.APP), "title: Cook", Said.by("hr", "title: Chef")))
                .isEqualTo(profile("title: Chef"));
    }

    @Test
    void aLanguageChangedByHandStaysWhereTheSourceHasNoneAndFollowsItWhereItHas() {
        Planning english = Planning.usual().vocabulary(WORDS);

        assertThat(changed(english, "preferredLanguage: fr", Said.by("hr", "preferredLanguage:")))
                .isEqualTo(profile("preferredLanguage: fr"));
        assertThat(changed(english, "preferredLanguage: fr", Said.by("hr", "preferredLanguage: nl")))
                .isEqualTo(profile("preferredLanguage: nl"));
    }

    @Test
    void valuesAreSpeltAsTheDirectorySpellsThem() {
        assertThat(created(Planning.usual().vocabulary(WORDS), "department: R&D, preferredLanguage: nl"))
                .isEqualTo(profile("department: Research, preferredLanguage: nl"));
    }

    @Test
    void aComplementThatIsGoneTakesWhatItBrought() {
        Employment gone = Said.now(Evidence.ABSENT, Said.complementBy("idp", "teams: Red, grade: 7, title: Agent"));

        assertThat(changed(
                        Planning.usual(),
                        "teams: Red, grade: 8, title: Agent, costCenter: 12",
                        Said.by("hr", "title: Agent"),
                        gone))
                .as("teams go; the grade was changed since, and another source carries the title")
                .isEqualTo(profile("grade: 8, title: Agent, costCenter: 12"));
        assertThat(changed(Planning.usual(), "teams: Red, costCenter: 12", gone))
                .as("it was the only source")
                .isEqualTo(profile("costCenter: 12"));
    }

    @Test
    void statusAndDatesComeWholeFromTheEmployeeThatLeadsWhateverThePrecedence() {
        Employment payroll = Said.by("payroll", "startDate: 2020-01-01, title: Cook");
        Employment hr = Said.by("hr", "startDate: 2026-05-01, endDate: 2027-04-30, title: Chef");

        assertThat(changed(Planning.usual().precedence("hr", "payroll"), "title: Waiter", payroll, hr))
                .isEqualTo(profile("startDate: 2020-01-01, title: Chef"));
        assertThat(changed(Planning.usual().precedence("payroll", "hr"), "endDate: 2026-01-01", hr, payroll))
                .isEqualTo(profile("startDate: 2026-05-01, endDate: 2027-04-30, title: Cook"));
    }

    @Test
    void aComplementAddsADateNoEmployerHas() {
        assertThat(changed(
                        Planning.usual(),
                        "title: Cook",
                        Said.by("hr", "title: Cook"),
                        Said.complementBy("idp", "startDate: 2020-01-01")))
                .isEqualTo(profile("title: Cook, startDate: 2020-01-01"));
    }

    @Test
    void whatTheEmployerSaidLastStandsWhereAComplementIsGone() {
        Employment hr = Said.now(Evidence.ABSENT, Said.by("hr", "mobile: 1, title: Cook, grade:"));
        Employment gone =
                Said.now(Evidence.ABSENT, Said.complementBy("idp", "mobile: 1, title: Agent, grade: 7, teams: Red"));

        assertThat(changed(Planning.usual(), "mobile: 1, title: Agent, grade: 7, teams: Red", hr, gone))
                .isEqualTo(profile("mobile: 1, title: Cook"));
        assertThat(changed(Planning.usual(), "mobile: 1, title: Agent, grade: 7, teams: Red", gone, hr))
                .as("whichever is named first")
                .isEqualTo(profile("mobile: 1, title: Cook"));
    }

    @Test
    void aComplementThatIsGoneTakesWhatItBroughtAsTheDirectorySpellsIt() {
        Employment gone = Said.now(Evidence.ABSENT, Said.complementBy("idp", "department: R&D"));

        assertThat(changed(Planning.usual().vocabulary(WORDS), "department: Research", gone))
                .isEqualTo(Profile.EMPTY);
    }

    @Test
    void aComplementThatIsGoneTakesNothingOfTheApplicationsNorWhatWasGivenOnce() {
        Planning planning = Planning.usual().owner("title", Owner.APP).owner("grade", Owner.ONCE);
        Employment gone = Said.now(Evidence.ABSENT, Said.complementBy("idp", "title: Agent, grade: 7"));

        assertThat(changed(planning, "title: Agent, grade: 7", gone)).isEqualTo(profile("title: Agent, grade: 7"));
    }

    @Test
    void whoeverIsInNoFeedKeepsHisValues() {
        assertThat(changed(Planning.usual(), "title: Cook", Said.now(Evidence.ABSENT, Said.by("hr", "title: Cook"))))
                .isEqualTo(profile("title: Cook"));
        assertThat(changed(
                        Planning.usual(),
                        "title: Cook, endDate: 2025-12-31",
                        Said.now(Evidence.ABSENT, Said.by("hr", "title: Cook")),
                        Said.now(Evidence.ABSENT, Said.by("payroll", "endDate: 2025-12-31"))))
                .as("of each of his employers")
                .isEqualTo(profile("title: Cook, endDate: 2025-12-31"));
    }

    @Test
    void attributesDifferWhenTheyAppearGoOrChange() {
        assertThat(Values.differing(
                        profile("title: Cook, grade: 7, costCenter: 12"),
                        profile("title: Chef, costCenter: 12, department: Kitchen")))
                .containsExactly("department", "grade", "title");
    }
}
