package dev.rollcall.source.successfactors;

import dev.rollcall.source.ObjectForm;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A navigation or a property that is asked for.
 *
 * @param path from the person
 * @param form the names of what is within it; none within a property
 * @param within in the order of these names
 */
record Asked(String path, ObjectForm form, List<Asked> within) {
    Asked {
        within = List.copyOf(within);
    }

    /** What paths lead to from here. */
    static Asked of(String here, Collection<String> paths) {
        Map<String, Collection<String>> byName = new TreeMap<>();
        for (String path : paths) {
            String[] step = path.split("/", 2);
            Collection<String> further = byName.computeIfAbsent(step[0], name -> new TreeSet<>());
            if (step.length > 1) {
                further.add(step[1]);
            }
        }
        List<Asked> within = byName.entrySet().stream()
                .map(each -> of(here.isEmpty() ? each.getKey() : here + "/" + each.getKey(), each.getValue()))
                .toList();
        return new Asked(here, ObjectForm.of(byName.keySet()), within);
    }

    /** What an interned name stands for; null where nobody asked for it. */
    @Nullable
    Asked within(String name) {
        int place = form.place(name);
        return place < 0 ? null : within.get(place);
    }

    boolean isNavigation() {
        return !within.isEmpty();
    }
}
