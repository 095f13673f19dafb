package dev.rollcall.source.successfactors;

import dev.rollcall.source.FieldOrder;
import dev.rollcall.source.ObjectForm;
import dev.rollcall.source.RepeatedTexts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A navigation or a property that is asked for, by one fetch.
 *
 * @param path from the person
 * @param alone the fields of what stands for it: one row, or the wrapping of several
 * @param listed the fields of each of several rows
 * @param texts of a property
 * @param within in the order of the names of either; none within a property
 */
record Asked(String path, FieldOrder alone, FieldOrder listed, RepeatedTexts texts, List<Asked> within) {
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
        ObjectForm form = ObjectForm.of(byName.keySet());
        return new Asked(here, new FieldOrder(form), new FieldOrder(form), new RepeatedTexts(ODataDate::node), within);
    }

    boolean isNavigation() {
        return !within.isEmpty();
    }
}
