package dev.rollcall.scope;

import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a filter asks of one attribute. An attribute that is not there, or cleared, meets no condition. */
public sealed interface Condition {
    boolean holds(Value value, LocalDate today);

    /** Whether the same value may meet it today and not tomorrow. */
    default boolean movesWithTime() {
        return false;
    }

    /** As it is written; configuration, never a person's value. */
    String text();

    /** Any of these values, compared without regard to case (D7, row 102). */
    record OneOf(List<String> written, Set<String> folded) implements Condition {
        public OneOf {
            written = List.copyOf(written);
            folded = Set.copyOf(folded);
        }

        public static OneOf of(List<String> written) {
            return new OneOf(written, written.stream().map(Folding::fold).collect(Collectors.toUnmodifiableSet()));
        }

        @Override
        public String text() {
            return written.toString();
        }

        @Override
        public boolean holds(Value value, LocalDate today) {
            return switch (value) {
                case Value.Text text -> is(text.text());
                case Value.Texts texts -> texts.texts().stream().anyMatch(this::is);
                case Value.Day day -> is(day.date().toString());
                case Value.Flag flag -> is(Boolean.toString(flag.on()));
                case Value.Status status -> is(status.status().label());
                case Value.Emails emails -> emails.emails().stream().anyMatch(email -> is(email.value()));
                case Value.Phones phones -> phones.phones().stream().anyMatch(phone -> is(phone.value()));
                case Value.Address address -> is(address.country()) || is(address.region()) || is(address.locality());
                case Value.Compensation pay -> is(pay.amount().toPlainString());
                case Value.Referred referred -> is(referred.reference().value());
                case Value.ReferredAll all -> all.references().stream().anyMatch(reference -> is(reference.value()));
                case Value.Cleared cleared -> false;
            };
        }

        private boolean is(@Nullable String text) {
            return text != null && folded.contains(Folding.fold(text));
        }
    }

    /** Earlier than the day. */
    record Before(Day day) implements Condition {
        @Override
        public boolean holds(Value value, LocalDate today) {
            return value instanceof Value.Day found && found.date().isBefore(day.on(today));
        }

        @Override
        public boolean movesWithTime() {
            return day.isRelative();
        }

        @Override
        public String text() {
            return "before " + day.written();
        }
    }

    /** Later than the day. */
    record After(Day day) implements Condition {
        @Override
        public boolean holds(Value value, LocalDate today) {
            return value instanceof Value.Day found && found.date().isAfter(day.on(today));
        }

        @Override
        public boolean movesWithTime() {
            return day.isRelative();
        }

        @Override
        public String text() {
            return "after " + day.written();
        }
    }

    /** From the first day to the last, both included. */
    record Between(Day first, Day last) implements Condition {
        @Override
        public boolean holds(Value value, LocalDate today) {
            return value instanceof Value.Day found
                    && !found.date().isBefore(first.on(today))
                    && !found.date().isAfter(last.on(today));
        }

        @Override
        public boolean movesWithTime() {
            return first.isRelative() || last.isRelative();
        }

        @Override
        public String text() {
            return "between " + first.written() + " and " + last.written();
        }
    }
}
