package dev.rollcall.contract;

/** What goes wrong between a source's system and Rollcall. */
enum Fault {
    RESET("the connection is reset"),
    RESET_IN_BODY("the connection is reset in the body"),
    DRIBBLE("the body dribbles"),
    MALFORMED_CHUNK("a malformed chunk"),
    CUT("the body is cut"),
    CUT_CHUNKED("the last chunk is missing"),
    CUT_SILENTLY("the body is cut and no length tells"),
    STATUS_401("401"),
    STATUS_403("403"),
    STATUS_404("404"),
    STATUS_409("409"),
    STATUS_429("429"),
    STATUS_429_LATER("429 with Retry-After: 1"),
    STATUS_429_TOMORROW("429 with Retry-After: 86400"),
    STATUS_500("500"),
    STATUS_503("503"),
    REDIRECT("302 to a login page"),
    HTML("HTML with 200"),
    WRONG_TYPE("a wrong content type"),
    EMPTY_BODY("an empty body with 200"),
    GZIP("gzip where it is asked for"),
    GZIP_UNASKED("gzip though nobody asked"),
    REPEATED("a page repeated"),
    LOST("a page lost"),
    SWAPPED("two pages swapped"),
    LOOP("the same page for ever"),
    MOVING("people change between pages"),
    REFUSED("nobody listens"),
    CONNECT_TIMEOUT("time-out at connect"),
    FIRST_BYTE_TIMEOUT("time-out at the first byte"),
    BODY_TIMEOUT("time-out in the body");

    private final String title;

    Fault(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Of these the relay needs to know the right answers first. */
    boolean isAboutOrder() {
        return switch (this) {
            case REPEATED, LOST, SWAPPED, LOOP -> true;
            default -> false;
        };
    }

    /** It costs a second each time, and the page makes no difference. */
    boolean isSlow() {
        return this == STATUS_429_LATER || this == STATUS_429_TOMORROW;
    }

    /** Whether it makes a difference if it lasts. */
    boolean mayLast() {
        return switch (this) {
            case DRIBBLE, SWAPPED, REPEATED, MOVING, LOOP, STATUS_429_LATER, STATUS_429_TOMORROW, GZIP -> false;
            default -> true;
        };
    }
}
