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

    /** Whether the text has one @ with something before it and a name with a dot behind it; no blanks, commas or brackets. */
    public static boolean isAddress(String text) {
        int at = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        boolean formed = at > 0
                && at == text.lastIndexOf('@')
                && dot > at + 1
                && dot < text.length() - 1
                && text.charAt(at + 1) != '.'
                && text.length() <= 254;
        for (int i = 0; formed && i < text.length(); i++) {
            formed = mayStandInAnEmail(text.charAt(i));
        }
        return formed;
    }

    private static boolean mayStandInAnEmail(char letter) {
        return switch (letter) {
            case ',', ';', '<', '>', '"', 127 -> false;
            default ->
                letter > ' ' && (letter < 127 || !(Character.isWhitespace(letter) || Character.isSpaceChar(letter)));
        };
    }

    /** A private address says as much about a person as a home address, so none is printed. */
    @Override
    public String toString() {
        return "Email[" + type + ", ***]";
    }
}
