package dev.rollcall.target;

import dev.rollcall.directory.Change;
import dev.rollcall.directory.store.Changes;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The feed out of the rows that were written with the changes. */
@Service
class OutboxFeed implements Feed {
    private final Changes changes;

    OutboxFeed(Changes changes) {
        this.changes = changes;
    }

    @Override
    public Batch poll(String directory, String consumer, int max) {
        List<Change> next = changes.next(directory, consumer, max);
        return batch(next, next.stream().map(ChangeLine::of));
    }

    @Override
    public Batch look(String directory, long change, int max) {
        List<Change> next = changes.after(directory, change, max);
        return batch(next, next.stream().map(Change::masked).map(ChangeLine::of));
    }

    private static Batch batch(List<Change> changes, Stream<String> lines) {
        return new Batch(
                lines.toList(), changes.isEmpty() ? 0 : changes.getLast().id());
    }

    @Override
    public void acknowledge(String directory, String consumer, long lastChange) {
        changes.acknowledge(directory, consumer, lastChange);
    }
}
