package dev.rollcall.employee;

/**
 * Somebody named by an attribute of theirs: a manager.
 *
 * <p>{@code KEY} is the person's key in the same source; {@code EMAIL} and {@code EMPLOYEE_NUMBER} hold across sources.
 */
public record Reference(By by, String value) {
    /** What the value is compared with. */
    public enum By {
        KEY,
        EMAIL,
        EMPLOYEE_NUMBER
    }

    @Override
    public String toString() {
        return "Reference[" + by + ", ***]";
    }
}
