package dev.rollcall.source;

/** What can be wrong with what a source sent. The codes are stable and listed in the documents. */
public enum SourceCode implements Code {
    NOT_TEXT("CSV-001", "a byte sequence is not text in the file's charset"),
    EMPTY_FILE("CSV-002", "the file has no header line"),
    COLUMN_TWICE("CSV-003", "two columns have the same name"),
    COLUMN_UNNAMED("CSV-004", "a column has no name"),
    DELIMITER("CSV-005", "the delimiter does not divide the header line"),
    ROW_LENGTH("CSV-006", "a row has more or fewer values than the header has names"),
    CUT_OFF("CSV-007", "the file ends in the middle of a row"),
    QUOTES("CSV-008", "quotes that do not close, or text after a closing quote"),
    TRAILER("CSV-009", "the line that tells the number of rows is missing, misplaced or disagrees"),
    NOT_READ("CSV-010", "the file could not be read to its end"),
    REPLACED("CSV-011", "the file changed while it was read"),
    TOO_OLD("CSV-012", "the file is older than the one applied last"),
    CHECKSUM("CSV-013", "the checksum disagrees with the file"),
    NAME_REFUSED("CSV-014", "a file name that could lead out of its folder"),
    PGP("CSV-015", "an encrypted file cannot be decrypted, or was changed"),
    NOT_A_WORKBOOK("CSV-020", "a workbook that cannot be read"),
    CELL_ERROR("CSV-021", "a cell of a workbook holds an error instead of a value"),
    API_REFUSED("API-001", "the source refuses the key, the integration or the request"),
    API_NOT_READY("API-002", "the source has not read the HR system yet"),
    API_BUSY("API-003", "the source, or the HR system behind it, is busy or down"),
    API_NOT_JSON("API-004", "the answer is not JSON"),
    API_UNEXPECTED("API-005", "the answer lacks what its documentation promises"),
    API_REPEATED("API-006", "a page came twice"),
    API_FAILED("API-007", "the source answers with an error"),
    API_NOT_XML("API-008", "the answer is not XML, or XML that is refused"),
    API_OPTIONS("API-009", "the API is described in a way that cannot be asked for"),
    API_FEWER("API-010", "fewer people came than the source counted"),
    API_NOT_LOADED("API-011", "a part of a record that was asked for was not sent");

    private final String id;
    private final String description;

    SourceCode(String id, String description) {
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

    /** A problem of this kind at this place. */
    public Problem at(String where, String message) {
        return new Problem(where, id, message);
    }

    /** A problem of this kind at this place. */
    public Problem at(Origin where, String message) {
        return new Problem(where.toString(), id, message);
    }
}
