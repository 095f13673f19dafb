package dev.rollcall.source;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to do with the files a supplier's server lists.
 *
 * @param toRead in this order: the newest full file, or every delta from the oldest on
 * @param superseded older full files, which nobody reads any more
 * @param waiting how many match but are not known to be whole yet
 */
public record FileChoice(List<ListedFile> toRead, List<ListedFile> superseded, int waiting) {
    public FileChoice {
        toRead = List.copyOf(toRead);
        superseded = List.copyOf(superseded);
    }

    /** Chooses by time of change, and by name among files of the same time. */
    public static FileChoice of(List<ListedFile> listing, FileRules rules, Instant now) {
        Set<String> names = listing.stream().map(ListedFile::name).collect(Collectors.toSet());
        List<ListedFile> matching =
                listing.stream().filter(file -> rules.includes(file.name())).toList();
        List<ListedFile> whole = matching.stream()
                .filter(file -> isWhole(file, rules, names, now))
                .sorted(Comparator.comparing(ListedFile::modifiedAt).thenComparing(ListedFile::name))
                .toList();
        int waiting = matching.size() - whole.size();
        if (rules.delta() || whole.isEmpty()) {
            return new FileChoice(whole, List.of(), waiting);
        }
        return new FileChoice(List.of(whole.getLast()), whole.subList(0, whole.size() - 1), waiting);
    }

    private static boolean isWhole(ListedFile file, FileRules rules, Set<String> names, Instant now) {
        if (rules.whole() == FileRules.Whole.STABLE) {
            return !file.modifiedAt().isAfter(now.minus(rules.minAge()));
        }
        return rules.whole().companion(file.name()).map(names::contains).orElse(true);
    }
}
