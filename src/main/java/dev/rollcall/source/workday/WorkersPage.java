package dev.rollcall.source.workday;

import dev.rollcall.source.Outline;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.XmlReading;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One answer of Get_Workers.
 *
 * @param totalResults -1 when the answer does not tell
 * @param totalPages -1 when the answer does not tell
 */
record WorkersPage(List<Worker> workers, long totalResults, int totalPages) {
    static final int UNKNOWN = -1;

    /** Reads an answer while it arrives, without a document in memory. */
    static WorkersPage read(String where, InputStream content, Outline outline) {
        XmlReading xml = new XmlReading(where, content);
        if (!xml.name().equals("Envelope")) {
            throw unexpected(where);
        }
        WorkersPage page = null;
        while (xml.nextElement()) {
            if (xml.name().equals("Body")) {
                page = body(where, xml, outline);
            } else {
                xml.skip();
            }
        }
        xml.finish();
        if (page == null) {
            throw unexpected(where);
        }
        return page;
    }

    private static WorkersPage body(String where, XmlReading xml, Outline outline) {
        WorkersPage page = null;
        while (xml.nextElement()) {
            if (xml.name().equals("Get_Workers_Response")) {
                page = response(where, xml, outline);
            } else if (xml.name().equals("Fault")) {
                throw new SourceFailure(
                        WorkdayFault.read(where, xml).refusal(where, 200).problem());
            } else {
                xml.skip();
            }
        }
        if (page == null) {
            throw unexpected(where);
        }
        return page;
    }

    private static WorkersPage response(String where, XmlReading xml, Outline outline) {
        List<Worker> workers = new ArrayList<>();
        long results = UNKNOWN;
        long pages = UNKNOWN;
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "Response_Results" -> {
                    while (xml.nextElement()) {
                        switch (xml.name()) {
                            case "Total_Results" -> results = number(where, xml.text());
                            case "Total_Pages" -> pages = number(where, xml.text());
                            default -> xml.skip();
                        }
                    }
                }
                case "Response_Data" -> {
                    while (xml.nextElement()) {
                        if (xml.name().equals("Worker")) {
                            workers.add(Worker.of(xml.tree(outline)));
                        } else {
                            xml.skip();
                        }
                    }
                }
                default -> xml.skip();
            }
        }
        return new WorkersPage(List.copyOf(workers), results, Math.toIntExact(Math.min(pages, Integer.MAX_VALUE)));
    }

    private static long number(String where, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException notANumber) {
            throw unexpected(where);
        }
    }

    private static SourceFailure unexpected(String where) {
        return new SourceFailure(SourceCode.API_UNEXPECTED.at(
                where,
                "the answer is no Get_Workers_Response in an envelope. See whether the address is Workday's, and whether"
                        + " something stands in between."));
    }
}
