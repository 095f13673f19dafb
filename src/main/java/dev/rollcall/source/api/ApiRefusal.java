package dev.rollcall.source.api;

import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceCode;

/** What an answer without success means, and what to do about it. */
public record ApiRefusal(Problem problem, Cure cure) {
    /** What may help. */
    public enum Cure {
        /** Only a person. */
        NONE,
        /** The same request, later. */
        LATER,
        /** Another secret: the next of those configured, or a new token. */
        SECRET
    }

    /** What the status alone says, for APIs whose answers say no more. */
    public static ApiRefusal byStatus(String source, int status) {
        String found = "HTTP " + status;
        return switch (status) {
            case 401 ->
                new ApiRefusal(
                        SourceCode.API_REFUSED.at(
                                source,
                                found + ": the source does not accept the credentials. Correct them, or see whether"
                                        + " they expired."),
                        Cure.SECRET);
            case 403 ->
                new ApiRefusal(
                        SourceCode.API_REFUSED.at(
                                source,
                                found + ": the credentials are known and may not read this. Grant the permission in"
                                        + " the HR system."),
                        Cure.NONE);
            case 404 ->
                new ApiRefusal(
                        SourceCode.API_FAILED.at(source, found + ": there is nothing at this address. Correct it."),
                        Cure.NONE);
            case 429, 500, 502, 503, 504 ->
                new ApiRefusal(
                        SourceCode.API_BUSY.at(source, found + ", also after waiting. The next run asks again."),
                        Cure.LATER);
            default ->
                new ApiRefusal(
                        SourceCode.API_FAILED.at(
                                source, found + ": the source refuses the request. See its log of requests."),
                        Cure.NONE);
        };
    }
}
