package dev.rollcall.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.Acceptance;
import dev.rollcall.config.Notices.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    @Acceptance({134, 135, 136})
    void theGuidesWordsAreTheirs() {
        assertThat(Wording.of(Kind.LICENSES, "hris", Cause.of(7)))
                .isEqualTo(new Wording(
                        "Max user licenses exceeded",
                        "The integration for hris failed to add 7 users due to max user licenses exceeded"));
        assertThat(Wording.of(Kind.DELETION_SAFEGUARD, "hris", Cause.of(7)).title())
                .isEqualTo("HRIS synchronization error - deletion safeguard");
        assertThat(Wording.of(Kind.USER_CONFLICTS, "hris", Cause.of(12_345)))
                .isEqualTo(
                        new Wording(
                                "HRIS synchronization error - user conflicts",
                                "HRIS synchronization for hris failed to add 12345 users because their email addresses already exist. Please check the HRIS settings."));
    }

    @Test
    void newsIsAnotherDetailOrHalfAsManyAgain() {
        Cause told = Cause.of(10);

        assertThat(Cause.of(15).isNewsAfter(told)).isFalse();
        assertThat(Cause.of(16).isNewsAfter(told)).isTrue();
        assertThat(Cause.of(3).isNewsAfter(told)).isFalse();
        assertThat(new Cause(10, "expired", "").isNewsAfter(told)).isTrue();
        assertThat(new Cause(10, "", "other words").isNewsAfter(told)).isFalse();
    }

    @Test
    void withoutAnAddressOfTheServerALinkIsItsPath() {
        Notice notice = new Notice(
                1,
                new UUID(1, 2),
                "people",
                "hr",
                Kind.LICENSES,
                "",
                "",
                0,
                "/api/runs/r",
                Instant.EPOCH,
                null,
                List.of());

        assertThat(new Links("").of(notice)).isEqualTo("/api/runs/r");
        assertThat(new Links("https://r.example.com/").of(notice)).isEqualTo("https://r.example.com/api/runs/r");
    }

    @Test
    void oneIsOneUserAndNotOneUsers() {
        assertThat(Wording.of(Kind.PLAN_HELD, "hris", Cause.of(1)).text()).contains("changes of 1 user.");
        assertThat(Wording.of(Kind.PLAN_HELD, "hris", Cause.of(2)).text()).contains("changes of 2 users.");
        assertThat(Wording.of(Kind.DELETION_SAFEGUARD, "hris", Cause.of(1)).text())
                .contains("would remove 1 user or");
        assertThat(Wording.of(Kind.WITHHELD, "hris", Cause.of(1)).text()).contains("left 1 change undone");
    }
}
