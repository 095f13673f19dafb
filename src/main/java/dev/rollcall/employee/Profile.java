package dev.rollcall.employee;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes by name, in the order of their names.
 *
 * <p>An absent name is not carried and says nothing; {@link Value.Cleared} says the source has nothing there. Text is
 * kept byte for byte as the source sent it (acceptance row 96).
 */
public record Profile(SortedMap<String, Value> values) {
    public static final Profile EMPTY = new Profile(new TreeMap<>());

    public Profile {
        values = SortedValues.copyOf(values);
    }

    public static Profile of(Map<String, Value> values) {
        return new Profile(new TreeMap<>(values));
    }

    /**
     * The values whose places are not null.
     *
     * @param names ascending
     * @param found as many as there are names
     */
    public static Profile of(String[] names, @Nullable Value[] found) {
        String[] kept = new String[names.length];
        Value[] values = new Value[names.length];
        int count = 0;
        for (int i = 0; i < names.length; i++) {
            Value value = found[i];
            if (value != null) {
                kept[count] = names[i];
                values[count++] = value;
            }
        }
        return new Profile(
                count == names.length
                        ? new SortedValues(kept, values)
                        : new SortedValues(Arrays.copyOf(kept, count), Arrays.copyOf(values, count)));
    }

    /** The value under the name; empty when not carried or cleared. */
    public Optional<Value> value(String name) {
        Value value = values.get(name);
        return value == null || value == Value.Cleared.CLEARED ? Optional.empty() : Optional.of(value);
    }

    public Optional<String> text(Attribute attribute) {
        return value(attribute.label()).orElse(null) instanceof Value.Text text
                ? Optional.of(text.text())
                : Optional.empty();
    }

    public Optional<LocalDate> date(Attribute attribute) {
        return value(attribute.label()).orElse(null) instanceof Value.Day day
                ? Optional.of(day.date())
                : Optional.empty();
    }

    public Optional<EmploymentStatus> employmentStatus() {
        return value(Attribute.EMPLOYMENT_STATUS.label()).orElse(null) instanceof Value.Status status
                ? Optional.of(status.status())
                : Optional.empty();
    }

    public List<Email> emails() {
        return value(Attribute.EMAILS.label()).orElse(null) instanceof Value.Emails emails
                ? emails.emails()
                : List.of();
    }

    /** The address a user is known by: the first by use, then by the source's order (acceptance row 54). */
    public Optional<String> email() {
        return emails().stream().min(Comparator.comparing(Email::type)).map(Email::value);
    }

    public Optional<Reference> manager() {
        return value(Attribute.MANAGER.label()).orElse(null) instanceof Value.Referred referred
                ? Optional.of(referred.reference())
                : Optional.empty();
    }

    /** The same with one value replaced. */
    public Profile with(String name, Value value) {
        TreeMap<String, Value> copy = new TreeMap<>(values);
        copy.put(name, value);
        return new Profile(copy);
    }

    /** The same without one value. */
    public Profile without(String name) {
        TreeMap<String, Value> copy = new TreeMap<>(values);
        copy.remove(name);
        return new Profile(copy);
    }

    /** The same with what must not be shown replaced by asterisks. */
    public Profile masked() {
        TreeMap<String, Value> copy = new TreeMap<>(values);
        copy.replaceAll((name, value) -> Attribute.isSensitive(name) ? new Value.Text("***") : value);
        return new Profile(copy);
    }

    /** Names only: a profile is personal data. */
    @Override
    public String toString() {
        return "Profile" + values.keySet();
    }
}
