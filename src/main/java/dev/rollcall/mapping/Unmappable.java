package dev.rollcall.mapping;

/**
 * A value that cannot be used; ends the line it belongs to and never leaves the package.
 *
 * <p>Without a stack trace: a broken file throws one per record, and the message says where.
 */
final class Unmappable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final MappingCode code;

    Unmappable(MappingCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    MappingCode code() {
        return code;
    }

    String text() {
        String message = getMessage();
        return message == null ? code.description() : message;
    }
}
