package dev.rollcall.route;

import dev.rollcall.source.api.ApiRequest;

/** What an access token is asked for with. Never printed. */
interface TokenGrant {
    /** Whose share of requests it counts against. */
    String source();

    /** Whose token it is: equal for grants that may share one. */
    Object holder();

    /** The request for a token, its secrets read now. */
    ApiRequest request();

    /** Where the answer holds the token, names with dots between. */
    default String tokenName() {
        return "access_token";
    }

    /** The grant was refused; whether another secret is there to be tried. */
    boolean refused();
}
