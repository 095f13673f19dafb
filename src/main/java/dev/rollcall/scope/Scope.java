package dev.rollcall.scope;

import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filters of one source. A filter sees only its own source's record.
 *
 * <p>Any value of one filter suffices (OR), every include must hold (AND), and an exclude wins (acceptance D7, D8).
 */
public record Scope(List<Filter> filters) {
    public static final Scope EVERYBODY = new Scope(List.of());

    public Scope {
        filters = List.copyOf(filters);
    }

    /** Keeps or drops employees by the values of one attribute, compared without regard to case (row 102). */
    public record Filter(Mode mode, String attribute, Set<String> values) {
        public Filter {
            values = values.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet());
        }

        private boolean matches(Profile profile) {
            return texts(profile, attribute).anyMatch(text -> values.contains(Folding.fold(text)));
        }
    }

    /** What a match means. */
    public enum Mode {
        INCLUDE,
        EXCLUDE
    }

    /** The clause that keeps the employee out, counted from 0; empty when in scope. */
    public Optional<Integer> excludedBy(Profile profile) {
        for (Mode mode : List.of(Mode.EXCLUDE, Mode.INCLUDE)) {
            for (int i = 0; i < filters.size(); i++) {
                Filter filter = filters.get(i);
                if (filter.mode() == mode && filter.matches(profile) == (mode == Mode.EXCLUDE)) {
                    return Optional.of(i);
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<String> texts(Profile profile, String attribute) {
        return profile.value(attribute).map(Scope::texts).orElse(Stream.empty());
    }

    private static Stream<String> texts(Value value) {
        return switch (value) {
            case Value.Text text -> Stream.of(text.text());
            case Value.Texts texts -> texts.texts().stream();
            case Value.Day day -> Stream.of(day.date().toString());
            case Value.Flag flag -> Stream.of(Boolean.toString(flag.on()));
            case Value.Status status -> Stream.of(status.status().label());
            case Value.Emails emails -> emails.emails().stream().map(email -> email.value());
            case Value.Phones phones -> phones.phones().stream().map(phone -> phone.value());
            case Value.Address address ->
                Stream.of(address.country(), address.region(), address.locality())
                        .filter(part -> part != null)
                        .map(part -> part);
            case Value.Compensation pay -> Stream.of(pay.amount().toPlainString());
            case Value.Referred referred -> Stream.of(referred.reference().value());
            case Value.ReferredAll all -> all.references().stream().map(reference -> reference.value());
            case Value.Cleared cleared -> Stream.empty();
        };
    }
}
