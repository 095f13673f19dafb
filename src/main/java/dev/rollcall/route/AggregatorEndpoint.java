package dev.rollcall.route;

import dev.rollcall.run.Runs;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;

/** Collects the mapped pages of a run for its directory, and takes the end of the pages. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "aggregator",
        title = "Aggregator",
        syntax = "aggregator:directory",
        remote = false,
        producerOnly = true,
        category = Category.DATABASE)
public class AggregatorEndpoint extends DefaultEndpoint {
    @UriPath(description = "The directory, as its file names it.")
    @Metadata(required = true)
    private final String directory;

    public AggregatorEndpoint(String uri, AggregatorComponent component, String directory) {
        super(uri, component);
        this.directory = directory;
    }

    @Override
    public Producer createProducer() {
        return new AggregatorProducer(
                this,
                CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), Runs.class),
                CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), SourceTriggers.class));
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("aggregator: ends a source's route; changes: begins a target's");
    }

    public String getDirectory() {
        return directory;
    }
}
