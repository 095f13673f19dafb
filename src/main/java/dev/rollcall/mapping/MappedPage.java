package dev.rollcall.mapping;

import dev.rollcall.source.RunId;
import java.util.List;

/** A page after mapping: one result for each record, in the same order. */
public record MappedPage(RunId run, int number, List<MappingResult> results) {
    public MappedPage {
        results = List.copyOf(results);
    }

    @Override
    public String toString() {
        return "MappedPage[" + run + " #" + number + ", " + results.size() + " results]";
    }
}
