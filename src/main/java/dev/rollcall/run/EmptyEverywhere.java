package dev.rollcall.run;

import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Attributes that a mapping carries and no record of a run fills: so look a misspelt path, and a field that was renamed. */
final class EmptyEverywhere {
    /** Of fewer records an attribute may well be empty in all. */
    private static final int FEW = 10;

    private final Set<String> empty = new TreeSet<>();
    private long records;

    /** Looks at one accepted employee; a mapping carries the same attributes of each. */
    void look(Profile profile) {
        if (records == 0) {
            profile.values().forEach((name, value) -> {
                if (!isFilled(value)) {
                    empty.add(name);
                }
            });
        } else if (!empty.isEmpty()) {
            empty.removeIf(name -> isFilled(profile.values().get(name)));
        }
        records++;
    }

    private static boolean isFilled(@Nullable Value value) {
        return value != null && value != Value.Cleared.CLEARED;
    }

    /**
     * Says it where somebody tests, and wherever users lose what they had.
     *
     * @param taken from how many users the plan takes an attribute
     */
    List<String> messages(String where, boolean dryRun, ToLongFunction<String> taken) {
        if (records < FEW) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        for (String name : empty) {
            long users = taken.applyAsLong(name);
            if (users > 0) {
                found.add("%s (the plan takes it from %,d users)".formatted(name, users));
            } else if (dryRun) {
                found.add(name);
            }
        }
        String names = String.join(", ", found);
        return found.isEmpty()
                ? List.of()
                : List.of(RunCode.EMPTY_EVERYWHERE
                        .problem(
                                where,
                                names + ": mapped, and empty in each of %,d records.".formatted(records)
                                        + " If the source has it, correct the path; `rollcall discover` shows what the"
                                        + " source sends.")
                        .toString());
    }
}
