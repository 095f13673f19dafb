package dev.rollcall.source.kombo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRefusal.Cure;
import java.util.Map;

/** Kombo's error codes, and what to do about each. The code decides, not the HTTP status or the message. */
final class KomboErrors {
    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            refused("PLATFORM.AUTHENTICATION_INVALID", "Kombo does not accept the API key. Correct `apiKey`."),
            refused("PLATFORM.IP_NOT_WHITELISTED", "Kombo does not accept this server's address. Allow it in Kombo."),
            refused(
                    "PLATFORM.INTEGRATION_NOT_FOUND",
                    "Kombo knows no such integration. Correct `integrationId`, and see"
                            + " whether key and region belong together."),
            refused("PLATFORM.INPUT_INVALID", "Kombo does not understand the request. Report it."),
            refused(
                    "INTEGRATION.PERMISSION_MISSING",
                    "the integration may not read employees. Grant it in the HR system."),
            refused(
                    "INTEGRATION.AUTHENTICATION_INVALID",
                    "the HR system refuses Kombo. Reconnect the integration in Kombo."),
            refused("INTEGRATION.INACTIVE", "the integration is switched off. Switch it on in Kombo."),
            refused("INTEGRATION.MODEL_NOT_AVAILABLE", "this HR system's integration has no employees."),
            refused(
                    "INTEGRATION.MODEL_DISABLED",
                    "employees are switched off for the integration. Switch them on in Kombo."),
            notReady(
                    "INTEGRATION.SETUP_SYNC_PENDING",
                    "Kombo has not read the HR system yet. Nothing to do but wait; the" + " next run asks again."),
            notReady("INTEGRATION.SETUP_INCOMPLETE", "the integration's setup is not finished. Finish it in Kombo."),
            notReady("INTEGRATION.QA_FAILED", "the integration failed Kombo's checks. See Kombo, or ask its support."),
            busy(
                    "PLATFORM.RATE_LIMIT_EXCEEDED",
                    "Kombo's rate limit is reached, also after waiting. The next run asks again."),
            busy("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "too many requests at once. The next run asks again."),
            busy("PLATFORM.TASK_TIMED_OUT", "Kombo took too long. The next run asks again."),
            busy("REMOTE.SERVICE_UNAVAILABLE", "the HR system is down. The next run asks again."),
            busy("REMOTE.RATE_LIMIT_EXCEEDED", "the HR system's rate limit is reached. The next run asks again."));

    private record Meaning(SourceCode code, String message) {}

    private KomboErrors() {}

    private static Map.Entry<String, Meaning> refused(String code, String message) {
        return Map.entry(code, new Meaning(SourceCode.API_REFUSED, message));
    }

    private static Map.Entry<String, Meaning> notReady(String code, String message) {
        return Map.entry(code, new Meaning(SourceCode.API_NOT_READY, message));
    }

    private static Map.Entry<String, Meaning> busy(String code, String message) {
        return Map.entry(code, new Meaning(SourceCode.API_BUSY, message));
    }

    /** What an answer that is not a success means: by its {@code error.code}, and by its status where it has none. */
    static ApiRefusal explain(ApiAnswer answer) {
        String code = code(answer);
        Meaning meaning = MEANINGS.get(code);
        int status = answer.status();
        if (meaning != null) {
            return new ApiRefusal(
                    meaning.code().at(answer.source(), code + ": " + meaning.message()), cure(code, meaning.code()));
        }
        if (code.isEmpty()) {
            return ApiRefusal.byStatus(answer.source(), status);
        }
        return new ApiRefusal(
                SourceCode.API_FAILED.at(
                        answer.source(),
                        "HTTP " + status + " with the code " + code + ". See Kombo's log of requests."),
                status >= 500 ? Cure.LATER : Cure.NONE);
    }

    private static Cure cure(String code, SourceCode meaning) {
        if (code.equals("PLATFORM.AUTHENTICATION_INVALID")) {
            return Cure.SECRET;
        }
        return meaning == SourceCode.API_BUSY ? Cure.LATER : Cure.NONE;
    }

    private static String code(ApiAnswer answer) {
        if (!answer.is("json")) {
            return "";
        }
        try {
            JsonNode found = answer.json().path("error").path("code");
            return found.isTextual() && found.asText().matches("[A-Z_.]{1,80}") ? found.asText() : "";
        } catch (SourceFailure notJson) {
            return "";
        }
    }
}
