package dev.rollcall.config;

import dev.rollcall.source.Code;

/** Problems between files: a mapping and its directory, a file and its name. */
public enum ConfigCode implements Code {
    NO_FOLDER("CFG-001", "The folder of the mappings cannot be read."),
    WRONG_FILE_NAME("CFG-002", "A file is not named like the source or directory it is about."),
    SAME_SOURCE("CFG-003", "Two mappings are about the same source."),
    NO_SUCH_DIRECTORY("CFG-004", "A mapping names a directory that no file describes."),
    NOT_MAPPED("CFG-005", "A directory requires an attribute that a mapping does not carry."),
    BAD_REQUIREMENT("CFG-006", "A directory requires something no employee can carry."),
    BAD_ZONE("CFG-007", "The time zone is unknown."),
    BAD_SHARE("CFG-008", "A share is not a percentage."),
    UNREADABLE_FILE("CFG-009", "A file is not UTF-8, or cannot be read."),
    BAD_PRECEDENCE("CFG-010", "A precedence names no source, or one twice."),
    NOT_TO_BE_OWNED("CFG-011", "Access cannot be owned by the application."),
    BAD_TIME("CFG-012", "A time of the lifecycle is not a number of days, months or years."),
    DATE_NOT_MAPPED("CFG-013", "The lifecycle counts from a date that no source carries."),
    BAD_LIMIT("CFG-030", "A limit is not a number of times, or not a time."),
    TWO_ENABLED("CFG-031", "Two mappings are enabled in a directory that takes one source."),
    BAD_VOCABULARY(
            "CFG-020", "Locations, aliases, defaults, grouping or segments of a directory cannot be as written."),
    BAD_ADDRESS("CFG-040", "Notices name something that is no address."),
    NO_SENDER("CFG-041", "Notices have recipients, and no address they come from."),
    NO_SUCH_NOTICE("CFG-042", "There is no kind of notice of this name."),
    NO_KIOSK("CFG-021", "A kiosk code is mapped, and the directory has no kiosk login."),
    REQUIRED_EMPTY("CFG-100", "A record lacks what its directory requires."),
    RECOMMENDED_EMPTY("CFG-101", "Records lack what their directory recommends; they are taken as they are."),
    UNKNOWN_PLACE("CFG-102", "Records have a location that is none of the directory's; it is left blank."),
    NOT_IN_FORCE("CFG-103", "Files were saved after the server started; they are in force after a restart.");

    private final String id;
    private final String description;

    ConfigCode(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }
}
