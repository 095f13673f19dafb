package dev.rollcall.source.api;

import dev.rollcall.source.Page;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceFailure;
import java.util.Iterator;

/**
 * One run's fetch from an API: which request is next, and what its answer holds. Does no I/O itself.
 *
 * <p>Used by one thread at a time. {@link #next} changes nothing, so that the same request can be asked for again after
 * its secret was renewed; {@link #read} goes on to the following one.
 */
public interface ApiFetch {
    /** Whether there is another request; known as soon as the last page of an answer was taken. */
    boolean hasNext();

    /** The request whose answer is wanted next. */
    ApiRequest next();

    /**
     * The pages an answer to {@link #next} holds: one where an answer is a page, many of a long answer or a streamed
     * report, none of a request on the way.
     *
     * @throws SourceFailure when the answer is not what the documentation promises, or came before; where it holds many,
     *     also from the iterator
     */
    Iterator<Page> read(ApiAnswer answer);

    /** What the pages amount to, after the last one. */
    SnapshotEnd end();

    /** What an answer without success means. */
    ApiRefusal explain(ApiAnswer answer);

    /** What the requests are signed with; told when the source refused it. */
    Secret secret();
}
