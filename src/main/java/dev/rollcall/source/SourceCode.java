package dev.rollcall.source;

/** What can be wrong with what a source sent. The codes are stable and listed in the documents. */
public enum SourceCode {
    NOT_TEXT("CSV-001", "a byte sequence is not text in the file's charset"),
    EMPTY_FILE("CSV-002", "the file has no header line"),
    COLUMN_TWICE("CSV-003", "two columns have the same name"),
    COLUMN_UNNAMED("CSV-004", "a column has no name"),
    DELIMITER("CSV-005", "the delimiter does not divide the header line"),
    ROW_LENGTH("CSV-006", "a row has more or fewer values than the header has names"),
    CUT_OFF("CSV-007", "the file ends in the middle of a row"),
    QUOTES("CSV-008", "quotes that do not close, or text after a closing quote"),
    TRAILER("CSV-009", "the line that tells the number of rows is missing, misplaced or disagrees"),
    NOT_READ("CSV-010", "the file could not be read to its end");

    private final String code;
    private final String title;

    SourceCode(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** A problem of this kind at this place. */
    public Problem at(Origin where, String message) {
        return new Problem(where.toString(), code, message);
    }
}
