package dev.rollcall.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.run.CompanyDirectory;
import dev.rollcall.run.CompanyDirectory.Heard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** A company, a directory and an oracle from day to day, and what must hold on each of them. */
final class Life {
    private final Company company;
    private final Rules rules;
    private final CompanyDirectory directory;
    private final Oracle oracle;
    private final List<String> unmanaged;
    private Map<String, Instant> quarantined = Map.of();
    private final Map<String, Integer> withoutAccess = new HashMap<>();

    Life(Company company, Rules rules, CompanyDirectory directory) {
        this.company = company;
        this.rules = rules;
        this.directory = directory;
        this.oracle = new Oracle(rules, 1);
        directory.byHand("admin@example.com");
        this.unmanaged = directory.unmanaged();
    }

    void passes(LocalDate today) {
        // before midnight in Greenwich it is tomorrow in Brussels
        Instant now = (company.chance(4) ? today.atTime(23, 30) : today.atTime(6, 0)).toInstant(ZoneOffset.UTC);
        directory.turnsTo(now);
        company.day(today);
        if (company.clockRuns()) {
            oracle.passes(now);
            directory.passes();
            same(now + ", by the calendar");
        }
        for (String source : rules.everySource()) {
            Fetch fetch = company.fetch(source);
            if (fetch != null) {
                hears(fetch, now);
                if (company.chance(10)) {
                    hearsAgain(fetch, now);
                }
            }
        }
        if (oracle.people().stream().anyMatch(person -> person.held != null)) {
            company.counts(Event.HELD);
            if (company.chance(3)) {
                company.counts(Event.RELEASED);
                oracle.releases();
                directory.releases();
                same(now + ", after the release");
            }
        }
        if (oracle.people().stream().anyMatch(person -> person.awaitsSeat)) {
            company.counts(Event.SEAT_AWAITED);
        }
        assertThat(directory.unmanaged()).isEqualTo(unmanaged);
        quarantineIsKept(now);
    }

    private void hears(Fetch fetch, Instant now) {
        oracle.hears(fetch, now);
        directory.hears(fetch, 100);
        same(now + ", " + fetch.kind() + " of " + fetch.source());
    }

    private void hearsAgain(Fetch fetch, Instant now) {
        int links = links();
        SortedMap<Integer, String> before = directory.seen();
        oracle.hears(fetch, now);
        Heard again = directory.hears(fetch, 100);
        same(now + ", " + fetch.kind() + " of " + fetch.source() + " once more");
        // whoever came under a new key is known for certain when he comes under it again (D23)
        if (links() == links) {
            assertThat(again.applied()).as(again.plan()).isZero();
            assertThat(directory.seen()).isEqualTo(before);
        }
    }

    private int links() {
        return oracle.people().stream().mapToInt(person -> person.links).sum();
    }

    /** Each step was taken once, and told once. */
    void ends() {
        assertThat(directory.changesAmiss()).isEmpty();
        assertThat(directory.events("left"))
                .isEqualTo(oracle.people().stream()
                        .mapToLong(person -> person.lost)
                        .sum());
        assertThat(directory.events("joined") + directory.events("returned"))
                .isEqualTo(oracle.people().stream()
                        .mapToLong(person -> person.gained)
                        .sum());
    }

    private void same(String when) {
        directory.deprovisioned().forEach(user -> {
            Integer person = withoutAccess.remove(user);
            if (person != null) {
                oracle.forgets(person);
            }
        });
        withoutAccess.putAll(directory.withoutAccess());
        SortedMap<Integer, String> has = directory.seen();
        SortedMap<Integer, String> should = oracle.seen();
        Set<Integer> wrong = new TreeSet<>(has.keySet());
        wrong.addAll(should.keySet());
        wrong.removeIf(person -> has.containsKey(person) && has.get(person).equals(should.get(person)));
        assertThat(wrong)
                .as(
                        "%s, %s: %s; held: %s",
                        when,
                        rules,
                        wrong.stream()
                                .map(person -> "\n" + has.get(person) + ", but " + should.get(person) + ": "
                                        + oracle.people().stream()
                                                .filter(each -> each.number == person)
                                                .toList()
                                        + "\n  " + directory.about(person))
                                .toList(),
                        oracle.people().stream()
                                .filter(person -> person.held != null)
                                .toList())
                .isEmpty();
    }

    /** Who was in quarantine is there until the day that was written down, or came back. */
    private void quarantineIsKept(Instant now) {
        Map<String, Instant> after = directory.quarantined();
        Set<String> deprovisioned = Set.copyOf(directory.deprovisioned());
        quarantined.forEach((user, until) -> {
            assertThat(after.getOrDefault(user, until))
                    .as("quarantine of %s", user)
                    .isAfterOrEqualTo(until);
            if (deprovisioned.contains(user)) {
                assertThat(until).as("end of the quarantine of %s", user).isBeforeOrEqualTo(now);
            }
        });
        quarantined = after;
    }
}
