package dev.rollcall.employee;

/** One telephone number and its use (work, mobile, home), as the source sent it. */
public record Phone(String type, String value) {
    @Override
    public String toString() {
        return "Phone[" + type + ", ***]";
    }
}
