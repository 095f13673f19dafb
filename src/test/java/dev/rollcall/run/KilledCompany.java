package dev.rollcall.run;

import dev.rollcall.mapping.MappingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A company that changes every night in a known way: what a run of round {@code n} must leave is plain arithmetic. */
final class KilledCompany {
    static final int SIZE = 200;
    static final int PAGE = 20;
    private static final int MOVES = 7;

    private KilledCompany() {}

    /** People {@code MOVES * round} to {@code MOVES * round + SIZE}: some leave, some join, every fifth gets a title. */
    static List<MappingResult> snapshot(int round) {
        List<MappingResult> people = new ArrayList<>(SIZE);
        titles(round)
                .forEach((key, title) -> people.add(Person.person(key)
                        .title(title)
                        .managedBy("k" + (MOVES * round + SIZE - 1))
                        .mapped()));
        return people;
    }

    /** External id and title of everybody with access after the round. */
    static Map<String, String> expected(int round) {
        Map<String, String> expected = new TreeMap<>();
        titles(round).forEach((key, title) -> expected.put("hr:" + key, title));
        return expected;
    }

    private static Map<String, String> titles(int round) {
        Map<String, String> titles = new TreeMap<>();
        for (int i = MOVES * round; i < MOVES * round + SIZE; i++) {
            titles.put("k" + i, i % 5 == 0 ? "Title " + round : "Engineer");
        }
        return titles;
    }
}
