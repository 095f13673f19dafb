package dev.rollcall.run;

import dev.rollcall.plan.Action;
import dev.rollcall.run.Plans.Category;
import dev.rollcall.source.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan's three files, as an HR administrator opens them in a spreadsheet. */
@Component
public class PlanCsv {
    static final String EXTERNAL_ID = "External ID";
    static final String FIRST_NAME = "First name";
    static final String LAST_NAME = "Last name";
    static final String EMAIL = "Email";
    static final String ACTION = "Action";
    static final String ACCESS = "Access";
    static final String USER_ID = "User ID";
    static final List<String> COLUMNS =
            List.of(EXTERNAL_ID, FIRST_NAME, LAST_NAME, EMAIL, ACTION, ACCESS, "Reason", "Changed", "Status", USER_ID);

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(COLUMNS.toArray(String[]::new))
            .get();

    private final Plans plans;

    PlanCsv(Plans plans) {
        this.plans = plans;
    }

    /**
     * Writes one category, header first.
     *
     * @throws UncheckedIOException when {@code out} does
     */
    public void write(RunId run, Category category, Appendable out) {
        try {
            CSVPrinter printer = new CSVPrinter(out, FORMAT);
            plans.stream(run, category, action -> print(printer, action));
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, PlannedAction action) {
        try {
            printer.printRecord(
                    defused(action.externalId()),
                    defused(action.givenName()),
                    defused(action.familyName()),
                    defused(action.email()),
                    label(action.kind().name()),
                    label(action.access()),
                    action.reason(),
                    String.join(" ", action.changed()),
                    action.obstacle() == null
                            ? label(action.state().name())
                            : label(action.state().name()) + ": "
                                    + action.obstacle().text(),
                    action.kind() == Action.Kind.CREATE ? "" : action.user());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the cell held before it was defused. */
    static String restored(String cell) {
        return cell.startsWith("'") && cell.equals(defused(cell.substring(1))) ? cell.substring(1) : cell;
    }

    /** A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it text. */
    static @Nullable String defused(@Nullable String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) >= 0
                ? "'" + cell
                : cell;
    }
}
