package dev.rollcall.source;

/** Identifies one run everywhere: in the ledger, logs, URLs and on every page that was fetched for it. */
public record RunId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
