package dev.rollcall.employee;

/** One e-mail address and its use; the address is kept as the source sent it. */
public record Email(Type type, String value) {
    /** Uses of an address, most wanted first (acceptance row 54). */
    public enum Type {
        PRIMARY,
        WORK,
        SECONDARY,
        PERSONAL,
        OTHER
    }

    /** A private address says as much about a person as a home address, so none is printed. */
    @Override
    public String toString() {
        return "Email[" + type + ", ***]";
    }
}
