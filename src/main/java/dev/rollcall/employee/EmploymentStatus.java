package dev.rollcall.employee;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the source says of the employment; a status it sends that is none of these is an error, never a guess. */
public enum EmploymentStatus {
    ACTIVE,
    LEAVE,
    PENDING,
    INACTIVE;

    private static final List<EmploymentStatus> ALL = List.of(values());

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The status of this name in lower case ({@code active}); empty for any other text. */
    public static Optional<EmploymentStatus> named(String label) {
        for (EmploymentStatus status : ALL) {
            if (status.label.equals(label)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    public String label() {
        return label;
    }
}
