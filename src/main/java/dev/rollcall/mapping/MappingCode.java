package dev.rollcall.mapping;

import dev.rollcall.source.Code;

/** Problems of mapping files (below 100) and of records (from 100 on). */
public enum MappingCode implements Code {
    NO_SUCH_ATTRIBUTE("MAP-001", "The employee has no attribute of this name."),
    BAD_PATH("MAP-002", "A path or column cannot be read."),
    BAD_LINE("MAP-003", "A line does not say clearly where its value comes from."),
    NO_SUCH_TRANSFORM("MAP-004", "There is no transform of this name."),
    BAD_ARGUMENT("MAP-005", "A transform is given something it cannot use."),
    UNORDERED_FIRST("MAP-006", "first on a list without an order would flip from night to night."),
    NOT_OPTED_IN("MAP-007", "A sensitive attribute is mapped and not listed under sensitive."),
    BAD_PARENT("MAP-008", "What extends names does not exist, or leads back to itself."),
    BAD_FILTER("MAP-009", "A filter cannot work as it is written."),
    NOTHING_MAPPED("MAP-010", "A mapping without a single employee line."),
    LOCKED(
            "MAP-011",
            "A standard field that is locked is mapped otherwise, left out, withheld, or owned by the application."),
    BAD_RULE("MAP-012", "A rule cannot work as it is written."),
    BAD_NAMES("MAP-013", "only or withheld names an attribute that cannot stand there."),

    UNREADABLE("MAP-100", "The record is of another form than the mapping's format."),
    NO_KEY("MAP-101", "The record has no key, so it may be anybody."),
    REQUIRED_EMPTY("MAP-102", "A value the mapping requires is empty."),
    SEVERAL_VALUES("MAP-103", "Several values stand where one is wanted; none is guessed."),
    LOOKUP_MISS("MAP-104", "A lookup has no entry for the value."),
    NOT_A_DATE("MAP-105", "The value is not a calendar date in the form expected."),
    NOT_AN_EMAIL("MAP-106", "The value does not look like an e-mail address."),
    NO_STATUS("MAP-107", "The employment status is mapped, and empty or none of the four known."),
    NOT_A_NUMBER("MAP-108", "The value is not a number."),
    NOT_A_FLAG("MAP-109", "The value is neither true nor false."),
    NOT_A_TEXT("MAP-110", "The path leads to an object or a list where a single value is expected."),
    NOT_STORABLE("MAP-111", "The value holds a character that no text may hold (NUL, half of a pair)."),
    NO_SUCH_COLUMN("MAP-112", "The file lacks a column that the mapping reads."),
    SHORT_ROW("MAP-113", "The row has fewer fields than the header."),
    DEFECT("MAP-199", "The mapping failed in a way it should not.");

    private final String id;
    private final String description;

    MappingCode(String id, String description) {
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
