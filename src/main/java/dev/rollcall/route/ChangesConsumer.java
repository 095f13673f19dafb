package dev.rollcall.route;

import dev.rollcall.target.Feed;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;

/**
 * Polls the feed for one consumer and moves its position on only when the route has delivered.
 *
 * <p>A delivery that failed is made again, also where the route handles its error: a handled error is no delivery.
 */
final class ChangesConsumer extends ScheduledPollConsumer {
    private final ChangesEndpoint endpoint;
    private final Feed feed;

    ChangesConsumer(ChangesEndpoint endpoint, Processor processor, Feed feed) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.feed = feed;
    }

    @Override
    protected int poll() throws Exception {
        int delivered = 0;
        Feed.Batch batch = next();
        while (!batch.lines().isEmpty() && isRunAllowed()) {
            deliver(batch);
            delivered += batch.lines().size();
            batch = next();
        }
        return delivered;
    }

    private Feed.Batch next() {
        return feed.poll(endpoint.getDirectory(), endpoint.getConsumer(), endpoint.getBatch());
    }

    private void deliver(Feed.Batch batch) throws Exception {
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(String.join("\n", batch.lines()) + "\n");
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            if (exchange.getExchangeExtension().isFailureHandled() || exchange.isRollbackOnly()) {
                throw new IllegalStateException("changes:" + endpoint.getDirectory() + " to " + endpoint.getConsumer()
                        + ": the route handled an error; the same changes are sent again");
            }
            feed.acknowledge(endpoint.getDirectory(), endpoint.getConsumer(), batch.lastChange());
        } finally {
            releaseExchange(exchange, false);
        }
    }
}
