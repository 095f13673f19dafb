package dev.rollcall.config;

import dev.rollcall.correlation.MatchKey;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.plan.Safeguards;
import java.util.List;
import java.util.Set;

/**
 * One directory file, checked.
 *
 * @param require names an employee must carry to become a user; {@code email} stands for any address
 * @param match keys in the order they are tried
 */
public record DirectoryConfiguration(
        String directory,
        List<String> require,
        List<MatchKey> match,
        Adoption adoption,
        LifecyclePolicy lifecycle,
        Safeguards safeguards,
        SourceTerms terms,
        Vocabulary vocabulary,
        String digest) {
    public DirectoryConfiguration {
        require = List.copyOf(require);
        match = List.copyOf(match);
    }

    DirectoryConfiguration withDatesLead(Set<String> sources) {
        return new DirectoryConfiguration(
                directory,
                require,
                match,
                adoption,
                lifecycle.withDatesLead(sources),
                safeguards,
                terms,
                vocabulary,
                digest);
    }

    /** The same rules for a run in which everybody leaves: it takes access, and nobody loses it without a release. */
    public DirectoryConfiguration whereEveryLossIsHeld() {
        return new DirectoryConfiguration(
                directory,
                require,
                match,
                adoption,
                lifecycle.whereAbsenceTakesAccess(),
                new Safeguards(0, safeguards.rejectedPercent()),
                terms,
                vocabulary,
                digest);
    }

    /** What happens when a record's e-mail address belongs to a user nobody linked yet (acceptance D22). */
    public enum Adoption {
        REVIEW,
        AUTOMATIC
    }
}
