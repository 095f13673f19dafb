package dev.rollcall.source.successfactors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRefusal.Cure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What SuccessFactors' errors mean. Two envelopes: its own, and SAP Gateway's; a refused login comes as XML also where JSON
 * was asked for.
 *
 * <p>Messages may name people and are not repeated, but for the names of properties.
 */
final class SuccessFactorsErrors {
    private static final String NO_SUCH_PROPERTY = "COE_PROPERTY_NOT_FOUND";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_./-]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("\\[([A-Z]{2,5}\\d{3,5})]");
    private static final Pattern PROPERTIES = Pattern.compile("(?i)propert[a-z]*[^:]{0,40}:\\s*([\\w/., -]{1,400})");
    private static final int MOST_READ = 65_536;

    private SuccessFactorsErrors() {}

    static ApiRefusal explain(ApiAnswer answer) {
        int status = answer.status();
        Said said = said(answer);
        if (said.code().equals(NO_SUCH_PROPERTY) && !said.properties().isEmpty()) {
            return new ApiRefusal(
                    SourceCode.API_REFUSED.at(
                            answer.source(),
                            said.code() + ": SuccessFactors has no property " + said.properties()
                                    + ", or the technical user may not read it. Grant it, or write it under"
                                    + " `withoutFields` and take its line out of the mapping."),
                    Cure.NONE);
        }
        if (status == 401 || said.number().startsWith("LGN")) {
            return new ApiRefusal(
                    SourceCode.API_REFUSED.at(
                            answer.source(),
                            said.with("HTTP " + status)
                                    + ": SuccessFactors does not accept the login. See whether the technical user, the OAuth"
                                    + " client and its certificate are valid, and whether this server's address is allowed."),
                    Cure.SECRET);
        }
        if (said.code().isEmpty() && said.number().isEmpty()) {
            return ApiRefusal.byStatus(answer.source(), status);
        }
        if (status == 429 || status >= 500) {
            return new ApiRefusal(
                    SourceCode.API_BUSY.at(
                            answer.source(),
                            said.with("HTTP " + status) + ", also after waiting. The next run asks again."),
                    Cure.LATER);
        }
        return new ApiRefusal(
                (status == 403 ? SourceCode.API_REFUSED : SourceCode.API_FAILED)
                        .at(
                                answer.source(),
                                said.with("HTTP " + status)
                                        + ": SuccessFactors refuses the request. Its API audit log has the message; see"
                                        + " what the technical user may read."),
                Cure.NONE);
    }

    /** The parts of an error that name nobody. */
    private record Said(String code, String number, String properties) {
        static final Said NOTHING = new Said("", "", "");

        String with(String status) {
            return status + (code.isEmpty() ? "" : " " + code) + (number.isEmpty() ? "" : " [" + number + "]");
        }
    }

    private static Said said(ApiAnswer answer) {
        if (answer.is("json")) {
            try {
                JsonNode error = answer.json().path("error");
                JsonNode message = error.path("message");
                return said(error.path("code").asText(""), message.path("value").asText(message.asText("")));
            } catch (SourceFailure notJson) {
                return Said.NOTHING;
            }
        }
        try (var in = answer.content()) {
            String text = new String(in.readNBytes(MOST_READ), StandardCharsets.UTF_8);
            return said(tag(text, "code"), tag(text, "message"));
        } catch (IOException unreadable) {
            return Said.NOTHING;
        }
    }

    private static String tag(String xml, String name) {
        Matcher tag = Pattern.compile("<" + name + "(?:\\s[^>]*)?>([^<]{0,2000})</" + name + ">")
                .matcher(xml);
        return tag.find() ? tag.group(1).strip() : "";
    }

    private static Said said(String code, String message) {
        Matcher number = NUMBER.matcher(message);
        Matcher properties = PROPERTIES.matcher(message);
        return new Said(
                CODE.matcher(code).matches() ? code : "",
                number.find() ? number.group(1) : "",
                properties.find() ? properties.group(1).strip().replaceAll("\\.$", "") : "");
    }
}
