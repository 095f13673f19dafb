package dev.rollcall.run;

import dev.rollcall.run.Plans.Category;
import dev.rollcall.source.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan's three files, as an HR administrator opens them in a spreadsheet. */
@Component
public class PlanCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "External ID",
                    "First name",
                    "Last name",
                    "Email",
                    "Action",
                    "Access",
                    "Reason",
                    "Changed",
                    "Status")
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
                                    + action.obstacle().text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String label(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A spreadsheet runs a cell that begins like a formula; an apostrophe keeps it text. */
    static @Nullable String defused(@Nullable String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20".indexOf(cell.charAt(0)) >= 0
                ? "'" + cell
                : cell;
    }
}
