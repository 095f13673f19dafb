package dev.rollcall.route;

import dev.rollcall.config.Configuration;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;

/** Turns pages of records into pages of employees and rejections, by the source's mapping file. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "mapper",
        title = "Mapper",
        syntax = "mapper:source",
        remote = false,
        producerOnly = true,
        category = Category.TRANSFORMATION)
public class MapperEndpoint extends DefaultEndpoint {
    @UriPath(description = "The source, as its mapping file names it.")
    @Metadata(required = true)
    private final String source;

    public MapperEndpoint(String uri, MapperComponent component, String source) {
        super(uri, component);
        this.source = source;
    }

    @Override
    public Producer createProducer() {
        return new MapperProducer(
                this,
                CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), Configuration.class),
                CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), SourceTriggers.class));
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("mapper: stands in the middle of a route");
    }

    public String getSource() {
        return source;
    }
}
