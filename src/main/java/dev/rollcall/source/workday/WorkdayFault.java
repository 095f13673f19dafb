package dev.rollcall.source.workday;

import dev.rollcall.source.Outline;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.XmlReading;
import dev.rollcall.source.XmlTree;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRefusal.Cure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A fault of Workday's. It comes with HTTP 500, as an overload does: the code tells what may be asked again and what must
 * not, since tries with a wrong password lock the user.
 *
 * @param code without prefix: {@code Client.authenticationError}
 * @param place where in the request something is wrong; empty when it is not told. The message beside it may name people
 */
record WorkdayFault(String code, boolean notAuthorized, String place) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z.]{1,60}");
    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_:/\\[\\]@.-]{1,200}");
    private static final List<String> READS = List.of(
            "faultcode/.",
            "faultstring/.",
            "detail/Validation_Fault/Validation_Error/Xpath/.",
            "detail/Processing_Fault/.");

    /** What an answer without success means. */
    static ApiRefusal explain(ApiAnswer answer) {
        return find(answer)
                .map(fault -> fault.refusal(answer.source(), answer.status()))
                .orElseGet(() -> ApiRefusal.byStatus(answer.source(), answer.status()));
    }

    private static Optional<WorkdayFault> find(ApiAnswer answer) {
        if (!answer.is("xml")) {
            return Optional.empty();
        }
        try {
            XmlReading xml = new XmlReading(answer.source(), answer.content());
            if (xml.name().equals("Fault")) {
                return Optional.of(read(answer.source(), xml));
            }
            while (xml.nextElement()) {
                if (xml.name().equals("Fault")) {
                    return Optional.of(read(answer.source(), xml));
                }
                if (!xml.name().equals("Body")) {
                    xml.skip();
                }
            }
        } catch (SourceFailure notXml) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Reads the fault whose beginning the reader stands at. */
    static WorkdayFault read(String where, XmlReading xml) {
        XmlTree fault = xml.tree(Outline.of(READS));
        String code = text(fault, fault.child(XmlTree.ROOT, "faultcode"));
        String told = code.substring(code.indexOf(':') + 1);
        boolean processing = fault.find(XmlTree.ROOT, "detail", "Processing_Fault") != XmlTree.NONE;
        String message = text(fault, fault.child(XmlTree.ROOT, "faultstring")).toLowerCase(Locale.ROOT);
        String place = text(fault, fault.find(XmlTree.ROOT, "detail", "Validation_Fault", "Validation_Error", "Xpath"));
        return new WorkdayFault(
                CODE.matcher(told).matches() ? told : "",
                message.contains("not authorized") || (processing && message.contains("processing error")),
                PLACE.matcher(place).matches() ? place : "");
    }

    private static String text(XmlTree tree, int element) {
        return element == XmlTree.NONE ? "" : tree.text(element).strip();
    }

    ApiRefusal refusal(String where, int status) {
        if (code.contains("authenticationError")) {
            return new ApiRefusal(
                    SourceCode.API_REFUSED.at(
                            where,
                            "Workday does not accept user and password. Correct them, and see whether the user is"
                                    + " locked; it was not tried again, which would lock it."),
                    Cure.SECRET);
        }
        if (notAuthorized) {
            return new ApiRefusal(
                    SourceCode.API_REFUSED.at(
                            where,
                            "the user may not call Get_Workers. Grant its security group the domains of worker data in"
                                    + " Workday, and activate the pending changes."),
                    Cure.NONE);
        }
        if (code.contains("validationError") || code.startsWith("Client")) {
            return new ApiRefusal(
                    SourceCode.API_FAILED.at(
                            where,
                            code + ": Workday does not accept the request" + (place.isEmpty() ? "" : " at " + place)
                                    + ". See whether `version` is one of the tenant's."),
                    Cure.NONE);
        }
        return new ApiRefusal(
                SourceCode.API_BUSY.at(
                        where,
                        "HTTP " + status + (code.isEmpty() ? "" : " " + code)
                                + ", also after waiting: Workday is busy or down. The next run asks again."),
                Cure.LATER);
    }
}
