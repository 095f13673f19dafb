package dev.rollcall.target;

import dev.rollcall.directory.Change;
import dev.rollcall.directory.store.Changes;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The changes of a directory as a consumer reads them: every one at least once, in order, as JSON lines.
 *
 * <p>Poll, deliver, acknowledge; what was not acknowledged is delivered again.
 */
@Service
public class Feed {
    private final Changes changes;

    Feed(Changes changes) {
        this.changes = changes;
    }

    /**
     * Lines ready to be sent, and what to acknowledge afterwards.
     *
     * @param lastChange 0 when there is nothing
     */
    public record Batch(List<String> lines, long lastChange) {
        public Batch {
            lines = List.copyOf(lines);
        }

        @Override
        public String toString() {
            return "Batch[" + lines.size() + " lines to " + lastChange + "]";
        }
    }

    /** What the consumer has not acknowledged yet, at most {@code max} changes. */
    public Batch poll(String directory, String consumer, int max) {
        List<Change> next = changes.next(directory, consumer, max);
        return batch(next, next.stream().map(ChangeLine::of));
    }

    /** Changes after this one as the feed has them, but for sensitive values; nothing is acknowledged. */
    public Batch look(String directory, long change, int max) {
        List<Change> next = changes.after(directory, change, max);
        return batch(next, next.stream().map(Change::masked).map(ChangeLine::of));
    }

    private static Batch batch(List<Change> changes, Stream<String> lines) {
        return new Batch(
                lines.toList(), changes.isEmpty() ? 0 : changes.getLast().id());
    }

    /** Everything up to this change has arrived. */
    public void acknowledge(String directory, String consumer, long lastChange) {
        changes.acknowledge(directory, consumer, lastChange);
    }
}
