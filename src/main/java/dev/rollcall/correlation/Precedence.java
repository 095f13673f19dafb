package dev.rollcall.correlation;

import dev.rollcall.directory.Employment;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whose value counts where several sources carry an attribute (acceptance D20, rows 16-19).
 *
 * @param orders sources by attribute, the first before the others; {@code *} stands for every other attribute
 */
public record Precedence(Map<String, List<String>> orders) {
    public static final String ANY = "*";
    public static final Precedence NONE = new Precedence(Map.of());

    public Precedence {
        orders = Map.copyOf(orders);
    }

    /** Whether the order for every attribute names all of these sources, so that one of them leads. */
    public boolean ranks(Collection<String> sources) {
        return orders.getOrDefault(ANY, List.of()).containsAll(sources);
    }

    /** The place of a source in the order for every attribute; those it does not name come last. */
    public int rank(String source) {
        return rank(orders.getOrDefault(ANY, List.of()), source);
    }

    private static int rank(List<String> order, String source) {
        int rank = order.indexOf(source);
        return rank < 0 ? order.size() : rank;
    }

    /**
     * One profile out of several: for each attribute the first source that has a value, by precedence, else in the order
     * given. A source that does not carry it is passed over, and so is one that has nothing there while another has.
     */
    public Profile merge(List<Employment> employments) {
        if (employments.size() == 1) {
            return employments.getFirst().profile();
        }
        TreeMap<String, Value> merged = new TreeMap<>();
        for (Employment employment : employments) {
            for (String name : employment.profile().values().keySet()) {
                merged.computeIfAbsent(name, each -> value(each, employments));
            }
        }
        return new Profile(merged);
    }

    private Value value(String name, List<Employment> employments) {
        return ordered(name, employments).stream()
                .map(each -> each.profile().values().get(name))
                .filter(value -> value != null && value != Value.Cleared.CLEARED)
                .findFirst()
                .orElse(Value.Cleared.CLEARED);
    }

    /** The source whose value of this attribute {@link #merge} takes; the first when none has one. */
    public String sourceOf(String name, List<Employment> employments) {
        return ordered(name, employments).stream()
                .filter(each -> each.profile().value(name).isPresent())
                .findFirst()
                .orElse(employments.getFirst())
                .source();
    }

    private List<Employment> ordered(String name, List<Employment> employments) {
        List<String> order = orders.getOrDefault(name, orders.getOrDefault(ANY, List.of()));
        if (order.isEmpty()) {
            return employments;
        }
        List<Employment> sorted = new ArrayList<>(employments);
        // a stable sort: those of equal rank stay in the order given
        sorted.sort(Comparator.comparingInt(each -> rank(order, each.source())));
        return sorted;
    }
}
