package dev.rollcall.source;

import java.util.Map;

/** Kombo's error codes, and what to do about each. The code decides, not the HTTP status or the message. */
public final class KomboErrors {
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

    /**
     * What an answer that is not a success means.
     *
     * @param where the source
     * @param code {@code error.code} of the answer; empty when it has none
     */
    public static Problem problem(String where, int status, String code) {
        Meaning meaning = MEANINGS.get(code);
        if (meaning != null) {
            return meaning.code().at(where, code + ": " + meaning.message());
        }
        if (status == 401 || status == 403) {
            return SourceCode.API_REFUSED.at(
                    where, "HTTP " + status + " without a code. Correct `apiKey` and `integrationId`.");
        }
        if (status == 429 || status >= 500) {
            return SourceCode.API_BUSY.at(where, "HTTP " + status + ", also after waiting. The next run asks again.");
        }
        return SourceCode.API_FAILED.at(
                where,
                "HTTP " + status + (code.isEmpty() ? " without a code" : " with the code " + code)
                        + ". See Kombo's log of requests.");
    }
}
