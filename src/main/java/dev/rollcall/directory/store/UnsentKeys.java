package dev.rollcall.directory.store;

import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What marked employees without a user are matched by whom this run did not stage: those whom the calendar makes due, and
 * those who wait. What was accepted of them counts.
 *
 * <p>Three columns of as many rows; an employee has one for each of his keys.
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record UnsentKeys(String[] sources, String[] keys, String[] matchKeys) {
    static final UnsentKeys NONE = new UnsentKeys(new String[0], new String[0], new String[0]);

    /** @param absence whether whoever is not staged counts as absent: then he claims nobody */
    static UnsentKeys of(Touched touched, Function<Profile, List<String>> matchKeys, boolean absence) {
        List<String> sources = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        List<String> found = new ArrayList<>();
        touched.sql()
                .query(
                        """
                        SELECT e.source, e.key, e.profile
                        FROM touched t JOIN employee e ON e.directory = ? AND e.source = t.source AND e.key = t.key
                        WHERE t.staged IS NULL AND e.user_id IS NULL AND e.evidence = 'PRESENT' AND e.profile IS NOT NULL
                          AND NOT (? AND e.source IS NOT DISTINCT FROM ?)""",
                        row -> {
                            for (String key : matchKeys.apply(ProfileCodec.decode(row.getBytes("profile")))) {
                                sources.add(row.getString("source"));
                                keys.add(row.getString("key"));
                                found.add(key);
                            }
                        },
                        touched.directory(),
                        absence,
                        touched.source());
        return new UnsentKeys(
                sources.toArray(new String[0]), keys.toArray(new String[0]), found.toArray(new String[0]));
    }
}
