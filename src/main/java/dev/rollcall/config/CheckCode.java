package dev.rollcall.config;

import dev.rollcall.source.Code;

/** Problems of route files. */
public enum CheckCode implements Code {
    NOT_CAMEL("CHK-001", "Camel's own schema does not allow this."),
    SEVERAL_SOURCES("CHK-002", "A file holds more than one source route."),
    WRONG_NAME("CHK-003", "File, route id, source and mapper do not have the same name."),
    NO_SUCH_MAPPING("CHK-004", "A route uses a mapping or directory that does not exist, or not the mapping's."),
    NOT_WHOLE("CHK-005", "A source route lacks its mapper, its aggregator or the source configuration."),
    FORBIDDEN_STEP("CHK-006", "A step between source and aggregator could lose, double or reorder pages."),
    PLAIN_SECRET("CHK-007", "A secret stands in a file."),
    HOST_KEYS_OFF("CHK-008", "A server's host key is not checked."),
    NO_SUCH_KAMELET("CHK-009", "There is no Kamelet of this name."),
    NO_SUCH_PARAMETER("CHK-010", "A Kamelet has no parameter of this name, or misses one it needs."),
    NOT_CARRIED("CHK-011", "A mapping reads what its connector cannot carry; a warning.");

    private final String id;
    private final String description;

    CheckCode(String id, String description) {
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
