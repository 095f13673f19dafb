package dev.rollcall.target;

import dev.rollcall.directory.Change;
import dev.rollcall.directory.store.Changes;
import dev.rollcall.employee.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/**
 * Who joined, moved, left and returned, as a file for analysis (acceptance row 97).
 *
 * <p>People stand in it by their user id, with what they are grouped by and without names or addresses.
 */
@Component
public class EventsCsv {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("At", "Event", "User", "Reason", "Changed", "Department", "Location", "Start date")
            .get();

    private final Changes changes;

    EventsCsv(Changes changes) {
        this.changes = changes;
    }

    /**
     * Writes the events of these days, the oldest first.
     *
     * @param from first day, in UTC
     * @param until last day, in UTC
     * @throws UncheckedIOException when {@code out} does
     */
    public void write(String directory, LocalDate from, LocalDate until, Appendable out) {
        try {
            CSVPrinter printer = new CSVPrinter(out, FORMAT);
            changes.events(
                    directory,
                    from.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                    change -> print(printer, change));
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, Change change) {
        try {
            for (String event : change.events()) {
                printer.printRecord(
                        change.at(),
                        event,
                        change.user(),
                        change.reason(),
                        String.join(" ", change.changed()),
                        change.profile().text(Attribute.DEPARTMENT).orElse(""),
                        change.profile().text(Attribute.LOCATION).orElse(""),
                        change.profile()
                                .date(Attribute.START_DATE)
                                .map(LocalDate::toString)
                                .orElse(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
