package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;

/** How long a page of a list may be. */
final class Limits {
    private static final int MOST = 1000;

    private Limits() {}

    static int of(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw ApiCode.BAD_REQUEST.at("limit", "found " + wanted + ", expected 1 to " + MOST + ".");
        }
        return wanted;
    }
}
