package dev.rollcall.lifecycle;

import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a directory does when somebody joins and leaves.
 *
 * @param participationAfter from the start date to the first day of participation; zero: with access
 * @param removalAfter from the end date, or where there is none the loss of access, to the quarantine; null: never
 * @param quarantine from its first day to full de-provisioning; zero: at once
 * @param preHires what becomes of somebody hired for a later date (acceptance D37)
 * @param leaveIsInactive whether somebody on leave counts as inactive (D24)
 * @param zone decides when a calendar day begins for everybody whose location has no zone of its own
 * @param vocabulary knows the zones of the places of work
 * @param datesLead sources whose status turns before the last day: there a future end date outranks inactive
 *     (acceptance D24, {@code statusMayLead: false})
 */
public record LifecyclePolicy(
        OnLeaving whenInactive,
        OnLeaving whenAbsent,
        Period participationAfter,
        @Nullable Period removalAfter,
        Period quarantine,
        PreHires preHires,
        boolean leaveIsInactive,
        ZoneId zone,
        Vocabulary vocabulary,
        Set<String> datesLead) {
    public static final Period USUAL_QUARANTINE = Period.ofDays(7);

    public LifecyclePolicy {
        datesLead = Set.copyOf(datesLead);
        if (participationAfter.isNegative()
                || quarantine.isNegative()
                || (removalAfter != null && removalAfter.isNegative())) {
            throw new IllegalArgumentException("a time to wait is not negative");
        }
    }

    public LifecyclePolicy(OnLeaving whenInactive, OnLeaving whenAbsent, ZoneId zone) {
        this(
                whenInactive,
                whenAbsent,
                Period.ZERO,
                null,
                USUAL_QUARANTINE,
                PreHires.CREATE,
                false,
                zone,
                Vocabulary.NONE,
                Set.of());
    }

    /** Whether an inactive status of this source takes access before an end date that is still ahead. */
    public boolean statusMayLead(String source) {
        return !datesLead.contains(source);
    }

    /** The zone in which this person's calendar days begin: of the place of work, else the directory's (D6). */
    public ZoneId zone(Profile profile) {
        return vocabulary.zone(profile).orElse(zone);
    }

    public LifecyclePolicy withDatesLead(Set<String> sources) {
        return with(whenAbsent, vocabulary, sources);
    }

    public LifecyclePolicy withVocabulary(Vocabulary words) {
        return with(whenAbsent, words, datesLead);
    }

    /** The same, but whoever is absent loses access at least. */
    public LifecyclePolicy whereAbsenceTakesAccess() {
        return with(whenAbsent.atLeast(OnLeaving.DEACTIVATE), vocabulary, datesLead);
    }

    private LifecyclePolicy with(OnLeaving absent, Vocabulary words, Set<String> sources) {
        return new LifecyclePolicy(
                whenInactive,
                absent,
                participationAfter,
                removalAfter,
                quarantine,
                preHires,
                leaveIsInactive,
                zone,
                words,
                sources);
    }

    /** The answers to an inactive status and to an absence, the mildest first. */
    public enum OnLeaving {
        /** Nothing changes. */
        NOTHING,
        /** Participation follows the status; access stays. */
        TOGGLE_PARTICIPATION,
        /** Access is taken, data is kept. */
        DEACTIVATE,
        /** Access is taken, and data goes after the quarantine. */
        DELETE;

        OnLeaving atLeast(OnLeaving mildest) {
            return compareTo(mildest) < 0 ? mildest : this;
        }
    }

    /** What becomes of somebody hired for a later date. */
    public enum PreHires {
        /** A user without access at first sight. */
        CREATE,
        /** A user on the first day. */
        WAIT
    }
}
