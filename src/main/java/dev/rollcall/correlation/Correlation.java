package dev.rollcall.correlation;

import dev.rollcall.directory.Employment.Tie;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which user an employee without a link is (acceptance D2, D11, D22, D26). */
public final class Correlation {
    private Correlation() {}

    /**
     * The user this employee is.
     *
     * @param hits users that keys of the record lead to, of the kinds the directory matches by
     * @param birthDate the record's; null when the source does not carry it
     */
    public static Match match(List<Hit> hits, @Nullable LocalDate birthDate) {
        List<Hit> meant = hits.stream().filter(Correlation::counts).toList();
        if (meant.isEmpty()) {
            return Match.NOBODY;
        }
        Hit first = meant.getFirst();
        boolean several = meant.stream().anyMatch(hit -> !hit.user().equals(first.user()));
        if (several || meant.stream().anyMatch(hit -> differs(hit.birthDate(), birthDate))) {
            return new Match(Tie.CONFLICT, null);
        }
        if (meant.stream().anyMatch(Hit::sameSourceWorks)) {
            return new Match(Tie.TWICE, null);
        }
        if (meant.stream().anyMatch(hit -> hit.key() == MatchKey.EXTERNAL_ID)) {
            return new Match(Tie.EXTERNAL_ID, first.user());
        }
        return new Match(first.managed() ? Tie.JOINED : Tie.ADOPTABLE, first.user());
    }

    /**
     * An address of a user whom another record of the same source is linked to is that user's: whether it becomes free
     * is the plan's question, not a match (D26). A number says that both are one person.
     */
    private static boolean counts(Hit hit) {
        return hit.key() != MatchKey.EMAIL || !hit.sameSource();
    }

    private static boolean differs(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && !one.equals(other);
    }
}
