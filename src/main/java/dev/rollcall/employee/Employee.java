package dev.rollcall.employee;

/**
 * Somebody a source says works, worked or will work here.
 *
 * @param key the source's own identifier of the person, never empty; a user carries it as {@code <source>:<key>}
 * @param gone whether the record itself says that the person is gone (a tombstone)
 * @param profile the attributes the source's mapping carries
 */
public record Employee(String key, boolean gone, Profile profile) {
    public Employee {
        if (key.isBlank()) {
            throw new IllegalArgumentException("an employee without a key");
        }
    }

    @Override
    public String toString() {
        return "Employee[" + profile + (gone ? ", gone" : "") + "]";
    }
}
