package dev.rollcall.source.workday;

import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a report, one after the other. */
interface ReportRows {
    /**
     * The next row; null after the last, and only when the report is whole.
     *
     * @throws SourceFailure when it breaks off, or is no report
     */
    @Nullable
    SourceRecord next(String page, int position);

    static SourceFailure broken(String source) {
        return new SourceFailure(SourceCode.API_UNEXPECTED.at(
                source,
                "the report breaks off or is not well-formed. Nothing was changed; start the run again. If it happens"
                        + " again, the report may take too long for Workday: make it smaller by prompts."));
    }

    static SourceFailure noReport(String source) {
        return new SourceFailure(SourceCode.API_UNEXPECTED.at(
                source,
                "the answer is no report. See whether it is an advanced report enabled as a web service, and whether its"
                        + " owner is still the one in the address."));
    }
}
