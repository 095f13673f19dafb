package dev.rollcall.run;

import dev.rollcall.source.Header;
import dev.rollcall.source.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a plan's file that comes back: by its header, whatever it is called, and line by line. */
final class UploadedFile {
    private static final Pattern EXTERNAL_ID = Pattern.compile("[^\\s:]+:\\S.*");

    final List<UploadedLine> lines = new ArrayList<>();
    private final String name;
    private final List<String> problems = new ArrayList<>();

    private UploadedFile(String name) {
        this.name = name;
    }

    /**
     * The lines that can be read; what is wrong with the others is found by {@link #refuse}.
     *
     * @throws RunFailure when the header is not one of a plan's file
     */
    static UploadedFile read(String name, List<SourceRecord> rows) {
        UploadedFile file = new UploadedFile(name);
        for (SourceRecord record : rows) {
            switch (record) {
                case SourceRecord.Row row -> file.line(row);
                case SourceRecord.Unreadable broken ->
                    file.problem(broken.origin().position(), broken.problem().message());
                case SourceRecord.Json json -> throw new IllegalArgumentException("a file of rows");
                case SourceRecord.Incomplete incomplete -> throw new IllegalArgumentException("a file of rows");
                case SourceRecord.Xml xml -> throw new IllegalArgumentException("a file of rows");
            }
        }
        return file;
    }

    void problem(long line, String message) {
        problems.add(name + ":" + line + "  " + message);
    }

    /**
     * Tells everything that is wrong at once.
     *
     * @throws RunFailure unless nothing is
     */
    void refuse() {
        if (!problems.isEmpty()) {
            throw UploadCode.LINES.failure(
                    name,
                    problems.size() + " lines cannot be taken, and nothing was changed:\n    "
                            + String.join("\n    ", problems));
        }
    }

    private void checkHeader(Header header) {
        List<String> unknown = header.names().stream()
                .filter(column -> !PlanCsv.COLUMNS.contains(column))
                .toList();
        List<String> missing = List.of(PlanCsv.EXTERNAL_ID, PlanCsv.USER_ID, PlanCsv.EMAIL).stream()
                .filter(column -> header.indexOf(column) < 0)
                .toList();
        if (!unknown.isEmpty() || !missing.isEmpty()) {
            throw UploadCode.NOT_A_PLAN.failure(
                    name + ":1",
                    "the header is not that of a plan's file."
                            + (unknown.isEmpty() ? "" : " Unknown: " + String.join(", ", unknown) + ".")
                            + (missing.isEmpty() ? "" : " Missing: " + String.join(", ", missing) + ".")
                            + " Take created.csv or updated.csv of a dry run; a source's own file is imported with"
                            + " `--mapping`.");
        }
    }

    private void line(SourceRecord.Row row) {
        long line = row.origin().position();
        if (lines.isEmpty() && problems.isEmpty()) {
            checkHeader(row.header());
        }
        String action = or(row, PlanCsv.ACTION, "");
        @Nullable String externalId = cell(row, PlanCsv.EXTERNAL_ID);
        @Nullable String user = cell(row, PlanCsv.USER_ID);
        @Nullable UUID id = id(user);
        String access = or(row, PlanCsv.ACCESS, "active");
        int before = problems.size();
        if (externalId == null || !EXTERNAL_ID.matcher(externalId).matches()) {
            problem(line, "External ID: expected a source and its key, such as hr:42.");
        }
        if (user != null && id == null) {
            problem(line, "User ID: expected the id as the plan's file has it.");
        }
        if (!List.of("", "create", "update", "link", "reactivate").contains(action)) {
            problem(
                    line,
                    "Action: " + (action.equals("deactivate") ? "access is taken by a run" : "unknown")
                            + ". Take the line out.");
        } else if (id == null && user == null && !action.isEmpty() && !action.equals("create")) {
            problem(line, "User ID: empty, and the action is to " + action + " a user there is.");
        } else if (user != null && action.equals("create")) {
            problem(line, "User ID: the action is to create, and a user is named. Make it link, or empty the id.");
        }
        if (user == null && !access.equals("active") && !access.equals("pre-hire")) {
            problem(line, "Access: expected active or pre-hire.");
        }
        if (problems.size() == before && externalId != null) {
            lines.add(new UploadedLine(
                    line,
                    id,
                    externalId,
                    cell(row, PlanCsv.FIRST_NAME),
                    cell(row, PlanCsv.LAST_NAME),
                    cell(row, PlanCsv.EMAIL),
                    access.equals("pre-hire")));
        }
    }

    private static String or(SourceRecord.Row row, String column, String otherwise) {
        @Nullable String value = cell(row, column);
        return value == null ? otherwise : value;
    }

    private static @Nullable String cell(SourceRecord.Row row, String column) {
        int index = row.header().indexOf(column);
        String text = index < 0 ? "" : PlanCsv.restored(row.values().get(index)).strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
