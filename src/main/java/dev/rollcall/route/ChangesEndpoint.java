package dev.rollcall.route;

import dev.rollcall.target.Feed;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Begins a target's route with the changes of a directory: every one at least once, in order, as JSON lines. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "changes",
        title = "Changes",
        syntax = "changes:directory",
        remote = false,
        consumerOnly = true,
        category = Category.DATABASE)
public class ChangesEndpoint extends ScheduledPollEndpoint {
    @UriPath(description = "The directory, as its file names it.")
    @Metadata(required = true)
    private final String directory;

    @UriParam(
            description = "Name under which the position in the feed is kept; every target has its own. A new name"
                    + " begins with the first change.")
    @Metadata(required = true)
    private String consumer = "";

    @UriParam(defaultValue = "500", description = "The most changes in one message.")
    private int batch = 500;

    public ChangesEndpoint(String uri, ChangesComponent component, String directory) {
        super(uri, component);
        this.directory = directory;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (consumer.isBlank()) {
            throw new IllegalArgumentException("changes:" + directory
                    + " has no consumer=. Give the target a name; its position in the feed is kept under it.");
        }
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        ChangesConsumer created = new ChangesConsumer(
                this, processor, CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), Feed.class));
        configureConsumer(created);
        return created;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("changes: begins a target's route; aggregator: ends a source's");
    }

    public String getDirectory() {
        return directory;
    }

    public String getConsumer() {
        return consumer;
    }

    public void setConsumer(String consumer) {
        this.consumer = consumer;
    }

    public int getBatch() {
        return batch;
    }

    public void setBatch(int batch) {
        this.batch = batch;
    }
}
