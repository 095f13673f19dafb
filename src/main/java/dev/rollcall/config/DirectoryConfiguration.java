package dev.rollcall.config;

import dev.rollcall.correlation.MatchKey;
import dev.rollcall.directory.Role;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.plan.Rules;
import dev.rollcall.plan.Safeguards;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One directory file, checked.
 *
 * @param require names an employee must carry to become a user; {@code email} stands for any address
 * @param recommend names whose lack is counted
 * @param kioskLogin whether people sign in by their employee number at a kiosk
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
        UserRules users,
        List<String> recommend,
        boolean kioskLogin,
        String digest) {
    public DirectoryConfiguration {
        require = List.copyOf(require);
        match = List.copyOf(match);
        recommend = List.copyOf(recommend);
    }

    DirectoryConfiguration withSources(Set<String> datesLead, Set<String> complements) {
        return with(lifecycle.withDatesLead(datesLead), safeguards, users.withComplements(complements));
    }

    /** The same rules for a run in which everybody leaves: it takes access, and nobody loses it without a release. */
    public DirectoryConfiguration whereEveryLossIsHeld() {
        return with(lifecycle.whereAbsenceTakesAccess(), new Safeguards(0, safeguards.rejectedPercent()), users);
    }

    private DirectoryConfiguration with(LifecyclePolicy policy, Safeguards limits, UserRules rules) {
        return new DirectoryConfiguration(
                directory,
                require,
                match,
                adoption,
                policy,
                limits,
                terms,
                vocabulary,
                rules,
                recommend,
                kioskLogin,
                digest);
    }

    /** Whether people are matched by more than external id and address. */
    public boolean matchesByKeys() {
        return match.stream().anyMatch(key -> key != MatchKey.EXTERNAL_ID && key != MatchKey.EMAIL);
    }

    /** What the word of one of the directory's sources counts for. */
    public Role role(String source) {
        return users.complements().contains(source) ? Role.COMPLEMENT : Role.AUTHORITATIVE;
    }

    /** How many users may have access; null: any number. */
    public @Nullable Integer licenses() {
        return users.licenses();
    }

    /** What decides what a user should be. */
    public Rules rules() {
        return new Rules(lifecycle, users.precedence(), users.ownership(), vocabulary, adoption == Adoption.AUTOMATIC);
    }

    /** What happens when a record's e-mail address belongs to a user nobody linked yet (acceptance D22). */
    public enum Adoption {
        REVIEW,
        AUTOMATIC
    }
}
