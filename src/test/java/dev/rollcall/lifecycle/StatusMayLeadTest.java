package dev.rollcall.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.directory.Evidence;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A source whose status turns to inactive before the last day (acceptance D24). */
class StatusMayLeadTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final LifecyclePolicy POLICY =
            new LifecyclePolicy(OnLeaving.DEACTIVATE, OnLeaving.DEACTIVATE, BRUSSELS).withDatesLead(Set.of("early"));
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);
    private static final Instant NIGHT_AFTER = Instant.parse("2026-03-31T22:00:00Z");

    @Test
    void anInactiveStatusTakesAccessAtOnceWhereStatusMayLead() {
        assertThat(inactive("prompt", LAST_DAY, NIGHT_AFTER.minusSeconds(1)))
                .isEqualTo(new Standing.Left(Departure.STATUS_INACTIVE, null, NIGHT_AFTER));
    }

    @Test
    void anEndDateAheadOutranksTheStatusToTheLastSecondOfTheLastDayAndNotOneLonger() {
        assertThat(inactive("early", LAST_DAY, NIGHT_AFTER.minusSeconds(1)))
                .isEqualTo(new Standing.Employed(NIGHT_AFTER));
        assertThat(inactive("early", LAST_DAY, NIGHT_AFTER))
                .isEqualTo(new Standing.Left(Departure.STATUS_INACTIVE, LAST_DAY, null));
    }

    @Test
    void withoutAnEndDateTheStatusIsAllThereIs() {
        assertThat(inactive("early", null, NIGHT_AFTER))
                .isEqualTo(new Standing.Left(Departure.STATUS_INACTIVE, null, null));
    }

    @Test
    void anEndDateOfAnEarlierStintOutranksNothing() {
        Profile profile = profile(LAST_DAY).with(Attribute.START_DATE.label(), new Value.Day(LAST_DAY.plusDays(1)));

        assertThat(Lifecycle.standing(Evidence.PRESENT, "early", profile, POLICY, NIGHT_AFTER.minusSeconds(1)))
                .isEqualTo(new Standing.Left(Departure.STATUS_INACTIVE, null, null));
    }

    @Test
    void whoeverIsGoneHasLeftWhateverTheEndDateSays() {
        assertThat(Lifecycle.standing(Evidence.GONE, "early", profile(LAST_DAY), POLICY, Instant.EPOCH))
                .isEqualTo(new Standing.Left(Departure.GONE, null, NIGHT_AFTER));
    }

    private static Standing inactive(String source, @Nullable LocalDate end, Instant now) {
        return Lifecycle.standing(Evidence.PRESENT, source, profile(end), POLICY, now);
    }

    private static Profile profile(@Nullable LocalDate end) {
        Profile profile =
                Profile.of(Map.of(Attribute.EMPLOYMENT_STATUS.label(), new Value.Status(EmploymentStatus.INACTIVE)));
        return end == null ? profile : profile.with(Attribute.END_DATE.label(), new Value.Day(end));
    }
}
