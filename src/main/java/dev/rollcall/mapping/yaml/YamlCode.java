package dev.rollcall.mapping.yaml;

import dev.rollcall.source.Code;

/** Problems with the form of a file, whatever it means. */
public enum YamlCode implements Code {
    SYNTAX("YAML-001", "The file is not YAML, or is empty."),
    UNKNOWN_KEY("YAML-002", "A key that nobody reads; often a typing error."),
    WRONG_FORM("YAML-003", "A text, list or group of keys stands where another form is expected."),
    MISSING("YAML-004", "A key that must be there is not."),
    WRONG_WORD("YAML-005", "The value is not one of the words allowed here."),
    TWICE("YAML-006", "The same key stands twice; only one could hold."),
    NOT_YET("YAML-007", "The key or word is designed, and not available in this version.");

    private final String id;
    private final String description;

    YamlCode(String id, String description) {
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
