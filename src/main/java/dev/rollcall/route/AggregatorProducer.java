package dev.rollcall.route;

import dev.rollcall.mapping.MappedPage;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.Runs;
import dev.rollcall.source.RunId;
import dev.rollcall.source.SnapshotEnd;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/** Stages pages, and remembers that the end of the pages was accepted: without that the run is aborted. */
final class AggregatorProducer extends DefaultProducer {
    private final String directory;
    private final Runs runs;
    private final SourceTriggers triggers;

    AggregatorProducer(AggregatorEndpoint endpoint, Runs runs, SourceTriggers triggers) {
        super(endpoint);
        this.directory = endpoint.getDirectory();
        this.runs = runs;
        this.triggers = triggers;
    }

    @Override
    public void process(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof MappedPage page) {
            OngoingRun run = ours(page.run(), page);
            run.staged();
            runs.stage(page);
        } else if (body instanceof SnapshotEnd end) {
            OngoingRun run = ours(end.run(), end);
            runs.accept(end);
            run.accepted();
        } else {
            throw Bodies.refuse("aggregator:" + directory, body);
        }
    }

    private OngoingRun ours(RunId run, Object body) {
        return triggers.ongoing(run)
                .filter(ongoing -> ongoing.run().directory().equals(directory))
                .orElseThrow(() -> new RunFailure(RouteCode.WRONG_RUN.at(
                        "aggregator:" + directory,
                        body + " belongs to no run for this directory. The mapping's `directory` and the route's"
                                + " aggregator: name the same one.")));
    }
}
