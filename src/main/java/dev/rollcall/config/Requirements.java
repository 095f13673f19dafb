package dev.rollcall.config;

import dev.rollcall.employee.Employee;
import dev.rollcall.employee.Profile;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an employee must carry to become a user of a directory (acceptance rows 31-35). */
public record Requirements(List<String> names) {
    /** Only these three are technically necessary (row 34). */
    public static final List<String> DEFAULT = List.of("givenName", "familyName", "email");

    /** Stands for any e-mail address. */
    public static final String EMAIL = "email";

    public Requirements {
        names = List.copyOf(names);
    }

    /** What the employee lacks; nothing for one who is gone, of whom no more than the key is needed. */
    public List<Problem> check(Employee employee, Origin origin) {
        if (employee.gone()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(0);
        for (String name : names) {
            if (!carries(employee.profile(), name)) {
                problems.add(new Problem(
                        origin.toString(),
                        ConfigCode.REQUIRED_EMPTY.id(),
                        (name.equals(EMAIL) ? "employee.emails" : "employee." + name)
                                + ": found nothing, and the directory requires it. Correct it in the source, or change require: in"
                                + " the directory's file."));
            }
        }
        return problems;
    }

    /** Whether the profile has it; {@code email} stands for any address. */
    public static boolean carries(Profile profile, String name) {
        return name.equals(EMAIL)
                ? !profile.emails().isEmpty()
                : profile.value(name).isPresent();
    }

    /** The requirements that a mapping with these attributes can never meet. */
    List<String> unmapped(Set<String> attributes) {
        return names.stream()
                .filter(name -> !attributes.contains(name.equals(EMAIL) ? "emails" : name))
                .toList();
    }
}
