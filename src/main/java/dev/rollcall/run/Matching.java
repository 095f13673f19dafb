package dev.rollcall.run;

import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.correlation.Correlation;
import dev.rollcall.correlation.Hit;
import dev.rollcall.correlation.Match;
import dev.rollcall.correlation.MatchKey;
import dev.rollcall.directory.Employment.Tie;
import dev.rollcall.directory.Evidence;
import dev.rollcall.directory.store.Candidates;
import dev.rollcall.directory.store.HitRow;
import dev.rollcall.directory.store.Touched;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.lifecycle.Lifecycle;
import dev.rollcall.lifecycle.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds whose the employees without a link are, and writes it down before anybody's user is derived. */
final class Matching {
    private final DirectoryConfiguration directory;
    private final Touched touched;
    private final Instant now;
    private final List<HitRow> group = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    private record Found(String source, String key, Match match) {}

    Matching(DirectoryConfiguration directory, Touched touched, Instant now) {
        this.directory = directory;
        this.touched = touched;
        this.now = now;
    }

    /** @param absence whether whoever is not staged counts as absent */
    void match(Candidates candidates, boolean absence) {
        List<MatchKey> kinds = directory.match();
        candidates.hits(
                kinds.contains(MatchKey.EMAIL),
                directory.matchesByKeys(),
                profile -> MatchKey.of(profile, kinds),
                absence,
                this::add);
        close();
        Map<UUID, Long> claims = new HashMap<>();
        found.forEach(each -> {
            if (each.match().tie() == Tie.ADOPTABLE || each.match().tie() == Tie.JOINED) {
                claims.merge(Objects.requireNonNull(each.match().user()), 1L, Long::sum);
            }
        });
        Batch matched = new Batch(touched::match);
        for (Found each : found) {
            UUID user = each.match().user();
            boolean contested = user != null && claims.getOrDefault(user, 0L) > 1;
            Tie tie = contested ? Tie.CONFLICT : each.match().tie();
            matched.add(new Object[] {each.source(), each.key(), contested ? null : user, tie.name()});
        }
        matched.flush();
    }

    private void add(HitRow row) {
        if (!group.isEmpty()
                && !(group.getFirst().source().equals(row.source())
                        && group.getFirst().key().equals(row.key()))) {
            close();
        }
        group.add(row);
    }

    private void close() {
        if (group.isEmpty()) {
            return;
        }
        HitRow first = group.getFirst();
        // a record that goes missing while another comes with the same number: were the keys exported anew (D23)?
        Set<UUID> leaving = group.stream()
                .filter(row -> "LEAVING".equals(row.otherEvidence()))
                .map(HitRow::user)
                .collect(Collectors.toSet());
        Match match = Correlation.match(
                group.stream().flatMap(row -> hit(row, leaving).stream()).toList(), born(first.carried()));
        if (match.tie() != Tie.NONE) {
            found.add(new Found(first.source(), first.key(), match));
        }
        group.clear();
    }

    private List<Hit> hit(HitRow row, Set<UUID> leaving) {
        boolean external = row.kind().equals(MatchKey.EXTERNAL_ID.name());
        boolean same = row.otherEvidence() != null;
        // somebody who does not work here claims nobody: his number may long be another record's
        if (!external && (leaving.contains(row.user()) || !works(Evidence.PRESENT, row.source(), row.carried()))) {
            return List.of();
        }
        boolean sameWorks = row.otherEvidence() != null
                && !leaving.contains(row.user())
                && works(Evidence.valueOf(row.otherEvidence()), row.source(), row.other());
        return List.of(
                new Hit(MatchKey.valueOf(row.kind()), row.user(), row.managed(), same, sameWorks, born(row.known())));
    }

    private boolean works(Evidence evidence, String source, Profile profile) {
        return !(Lifecycle.standing(evidence, source, profile, directory.lifecycle(), now) instanceof Standing.Left);
    }

    private static @Nullable LocalDate born(Profile profile) {
        return profile.date(Attribute.BIRTH_DATE).orElse(null);
    }
}
