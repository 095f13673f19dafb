package dev.rollcall.plan;

import dev.rollcall.directory.Employment;
import dev.rollcall.directory.Evidence;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.plan.Rules.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values a user should carry: what sources carry replaces what was known, what is cleared goes, and what no source
 * carries stays (acceptance D17), each as far as it is the sources' to say (D14).
 */
record Values(Rules rules, Profile known) {

    /** Of a new user. */
    Profile created(List<Employment> sources) {
        TreeMap<String, Value> values = new TreeMap<>();
        take(values, carried(sources), false);
        return rules.vocabulary().completed(new Profile(values));
    }

    /**
     * Of a user there is.
     *
     * @param sources whose values count now, the leading one first
     * @param all every employment; values of a complement that is gone are withdrawn
     */
    Profile changed(List<Employment> sources, List<Employment> all) {
        boolean withdraws = all.stream().anyMatch(Values::isWithdrawn);
        if (sources.isEmpty() && !withdraws) {
            return known;
        }
        TreeMap<String, Value> values = new TreeMap<>(known.values());
        Profile carried = sources.isEmpty() ? Profile.EMPTY : carried(sources);
        take(values, carried, true);
        Profile last = withdraws ? carried(authoritative(all)) : Profile.EMPTY;
        for (Employment each : all) {
            if (isWithdrawn(each)) {
                withdraw(values, rules.vocabulary().canonical(each.profile()), carried, last);
            }
        }
        if (!sources.isEmpty()) {
            complete(values);
        }
        return new Profile(values);
    }

    /** Who was a user before something stood in for nothing is given it too (row 53), unless it is another's to say. */
    private void complete(TreeMap<String, Value> values) {
        rules.vocabulary().defaults().values().forEach((name, value) -> {
            if (rules.owner(name) == Owner.SOURCE) {
                values.putIfAbsent(name, value);
            }
        });
    }

    private Profile carried(List<Employment> sources) {
        Profile merged = rules.precedence().merge(sources);
        List<Employment> authoritative = authoritative(sources);
        return rules.vocabulary()
                .canonical(authoritative.size() < 2 ? merged : standing(merged, authoritative.getFirst()));
    }

    /** Status and dates are not merged: they come whole from the employee that leads (acceptance D20). */
    private static Profile standing(Profile merged, Employment leading) {
        TreeMap<String, Value> values = new TreeMap<>(merged.values());
        for (Attribute attribute : Attribute.STANDING) {
            @Nullable Value value = leading.profile().values().get(attribute.label());
            if (value == null) {
                values.remove(attribute.label());
            } else {
                values.put(attribute.label(), value);
            }
        }
        return new Profile(values);
    }

    private void take(TreeMap<String, Value> values, Profile carried, boolean exists) {
        for (Map.Entry<String, Value> entry : carried.values().entrySet()) {
            Owner owner = rules.owner(entry.getKey());
            if (owner == Owner.APP || (owner == Owner.ONCE && exists)) {
                continue;
            }
            if (entry.getValue() == Value.Cleared.CLEARED) {
                // where something stands in for nothing, it was given once and is kept, changed by hand or not (row 53)
                if (!rules.vocabulary().defaults().values().containsKey(entry.getKey())) {
                    values.remove(entry.getKey());
                }
            } else {
                values.put(entry.getKey(), entry.getValue());
            }
        }
    }

    private static boolean isWithdrawn(Employment employment) {
        return !employment.isAuthoritative() && employment.evidence() != Evidence.PRESENT;
    }

    private static List<Employment> authoritative(List<Employment> all) {
        return all.stream().filter(Employment::isAuthoritative).toList();
    }

    /**
     * Only what the complement itself brought: a value changed since is somebody else's. What his employers said last
     * stands there again, also of somebody who has left: by it he is known when he comes back (D2).
     */
    private void withdraw(TreeMap<String, Value> values, Profile brought, Profile carried, Profile last) {
        brought.values().forEach((name, value) -> {
            boolean sources = rules.owner(name) == Owner.SOURCE;
            if (!sources || carried.values().containsKey(name) || !value.equals(values.get(name))) {
                return;
            }
            last.value(name).ifPresentOrElse(said -> values.put(name, said), () -> values.remove(name));
        });
    }

    static List<String> differing(Profile known, Profile wanted) {
        List<String> names = new ArrayList<>();
        TreeMap<String, Value> all = new TreeMap<>(known.values());
        all.putAll(wanted.values());
        for (String name : all.keySet()) {
            if (!Objects.equals(known.values().get(name), wanted.values().get(name))) {
                names.add(name);
            }
        }
        return names;
    }
}
