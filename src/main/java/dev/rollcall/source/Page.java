package dev.rollcall.source;

import java.util.List;

/**
 * Some records of one run, in the order they were fetched.
 *
 * @param number counted from 0 without gaps
 */
public record Page(RunId run, int number, List<SourceRecord> records) {
    public Page {
        records = List.copyOf(records);
    }

    @Override
    public String toString() {
        return "Page[" + run + " #" + number + ", " + records.size() + " records]";
    }
}
