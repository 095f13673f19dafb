package dev.rollcall.company;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a directory, in the words of its file.
 *
 * @param sources the one whose word counts first stands first
 * @param removal what is written after {@code removal:}
 * @param participationMonths from the start date to the first day of participation
 * @param licenses how many may have access; null: any number
 * @param mostLosses how many may lose access in one plan that nobody looked at; null: half of them
 * @param complement a source that only adds values; null: there is none
 */
public record Rules(
        Leaving whenInactive,
        Leaving whenAbsent,
        boolean leaveIsInactive,
        boolean preHiresWait,
        String removal,
        String quarantine,
        List<String> sources,
        int participationMonths,
        @Nullable Integer licenses,
        @Nullable Integer mostLosses,
        @Nullable String complement) {
    public Rules {
        sources = List.copyOf(sources);
    }

    Rules(
            Leaving whenInactive,
            Leaving whenAbsent,
            boolean leaveIsInactive,
            boolean preHiresWait,
            String removal,
            String quarantine,
            List<String> sources) {
        this(
                whenInactive,
                whenAbsent,
                leaveIsInactive,
                preHiresWait,
                removal,
                quarantine,
                sources,
                0,
                null,
                null,
                null);
    }

    /** The answers to a status and to an absence. */
    public enum Leaving {
        NOTHING,
        TOGGLE,
        DEACTIVATE,
        DELETE;

        String word() {
            return switch (this) {
                case NOTHING -> "nothing";
                case TOGGLE -> "toggle-participation";
                case DEACTIVATE -> "deactivate";
                case DELETE -> "delete";
            };
        }
    }

    Rules participationAfter(int months) {
        return with(months, licenses, mostLosses, complement);
    }

    Rules licenses(int seats) {
        return with(participationMonths, seats, mostLosses, complement);
    }

    Rules mostLosses(int people) {
        return with(participationMonths, licenses, people, complement);
    }

    Rules complement(String source) {
        return with(participationMonths, licenses, mostLosses, source);
    }

    private Rules with(
            int months, @Nullable Integer seats, @Nullable Integer losses, @Nullable String complementSource) {
        return new Rules(
                whenInactive,
                whenAbsent,
                leaveIsInactive,
                preHiresWait,
                removal,
                quarantine,
                sources,
                months,
                seats,
                losses,
                complementSource);
    }

    /** Also the one that only adds values. */
    public List<String> everySource() {
        List<String> every = new ArrayList<>(sources);
        if (complement != null) {
            every.add(complement);
        }
        return every;
    }

    /** The directory file. */
    public String text() {
        String text = """
                require: [givenName, familyName, email]
                match: [externalId, employeeNumber, email]
                adoption: automatic
                timeZone: Europe/Brussels
                precedence: { %s"*": [%s] }
                lifecycle:
                  whenInactive: %s
                  whenAbsent: %s
                  leave: %s
                  preHires: %s
                  removal: %s
                  quarantine: %s
                """.formatted(
                        complement == null ? "" : "emails: [" + complement + ", " + String.join(", ", sources) + "], ",
                        String.join(", ", everySource()),
                        whenInactive.word(),
                        whenAbsent.word(),
                        leaveIsInactive ? "inactive" : "employed",
                        preHiresWait ? "wait" : "create",
                        removal,
                        quarantine);
        return text
                + (participationMonths == 0
                        ? ""
                        : "  participationStarts: { after: %d months }\n".formatted(participationMonths))
                + (licenses == null ? "" : "licenses: " + licenses + "\n")
                + (mostLosses == null ? "" : "safeguards: { removals: { count: %d } }\n".formatted(mostLosses));
    }
}
