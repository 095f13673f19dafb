package dev.rollcall.route;

import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;

/** What can go wrong between a source's system and the run. The codes are stable and listed in the documents. */
public enum RouteCode implements Code {
    NO_SUCH_SOURCE("RTE-001", "no started route has this source"),
    NOT_CONFIGURED("RTE-002", "settings the route names have no value"),
    NO_SNAPSHOT_END("RTE-003", "the route ended without telling that all pages were sent"),
    HANDLED("RTE-004", "the route declared a failure handled"),
    FAILED("RTE-005", "a step of the route failed"),
    STOPPED("RTE-006", "the route was stopped in the middle of the run"),
    UNEXPECTED_BODY("RTE-007", "a step sent something that is neither a page nor the end of the pages"),
    WRONG_RUN("RTE-008", "pages arrived at another source's mapper or another directory's aggregator"),
    SECRET("RTE-009", "the file of a secret cannot be read"),
    CONNECTION("RTE-010", "the connection to the source's system fails or breaks"),
    PARAMETER("RTE-011", "a Kamelet's parameter has a value it cannot have");

    private final String id;
    private final String description;

    RouteCode(String id, String description) {
        this.id = id;
        this.description = description;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String description() {
        return description;
    }

    /** A problem of this kind at this place. */
    public Problem at(String where, String message) {
        return new Problem(where, id, message);
    }
}
