package dev.rollcall.route;

import dev.rollcall.run.RunFailure;
import org.jspecify.annotations.Nullable;

/** The protocol between the steps is the body, and the body is one of two things. */
final class Bodies {
    private Bodies() {}

    static RunFailure refuse(String where, @Nullable Object body) {
        return new RunFailure(
                RouteCode.UNEXPECTED_BODY.at(
                        where,
                        "expected a page or the end of the pages, found "
                                + (body == null
                                        ? "nothing"
                                        : "a " + body.getClass().getSimpleName())
                                + ". Between a source's Kamelet and aggregator: stands mapper: and nothing that changes the body."));
    }
}
