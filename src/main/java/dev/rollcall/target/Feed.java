package dev.rollcall.target;

import java.util.List;

/**
 * The changes of a directory as a consumer reads them: every one at least once, in order, as JSON lines.
 *
 * <p>Poll, deliver, acknowledge; what was not acknowledged is delivered again.
 */
public interface Feed {
    /**
     * Lines ready to be sent, and what to acknowledge afterwards.
     *
     * @param lastChange 0 when there is nothing
     */
    record Batch(List<String> lines, long lastChange) {
        public Batch {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Batch[" + lines.size() + " lines to " + lastChange + "]";
        }
    }

    /** What the consumer has not acknowledged yet, at most {@code max} changes. */
    Batch poll(String directory, String consumer, int max);

    /** Changes after this one as the feed has them, but for sensitive values; nothing is acknowledged. */
    Batch look(String directory, long change, int max);

    /** Everything up to this change has arrived. */
    void acknowledge(String directory, String consumer, long lastChange);
}
