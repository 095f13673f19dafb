package dev.rollcall.route;

import dev.rollcall.run.Runs;
import java.time.ZoneId;
import java.util.Map;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.DelegateEndpoint;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** Begins a run of a source by schedule or on demand, and ends it however the route ends. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "run",
        title = "Run",
        syntax = "run:source",
        remote = false,
        consumerOnly = true,
        category = Category.SCHEDULING)
public class RunEndpoint extends DefaultEndpoint implements DelegateEndpoint {
    static final String TRIGGER_GROUP = "rollcall";

    @UriPath(description = "The source, as its mapping file names it.")
    @Metadata(required = true)
    private final String source;

    @UriParam(description = "When to run, as a Quartz cron expression. Without one the source runs on demand only.")
    private @Nullable String schedule;

    @UriParam(defaultValue = "UTC", description = "The time zone of the schedule, for example Europe/Brussels.")
    private String zone = "UTC";

    private @Nullable QuartzEndpoint clock;

    public RunEndpoint(String uri, RunComponent component, String source) {
        super(uri, component);
        this.source = source;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        String when = schedule;
        if (when != null && !when.isBlank() && schedulesAreOn()) {
            Map<String, Object> options =
                    Map.of("cron", when, "trigger.timeZone", ZoneId.of(zone).getId(), "stateful", "true");
            clock = (QuartzEndpoint) getCamelContext()
                    .getComponent("quartz")
                    .createEndpoint("quartz://" + TRIGGER_GROUP + "/" + source, options);
        }
    }

    /** A command started without a server runs what it is asked for, and nothing by schedule. */
    private boolean schedulesAreOn() {
        return Boolean.parseBoolean(getCamelContext().resolvePropertyPlaceholders("{{rollcall.schedules:true}}"));
    }

    /** The clock behind the schedule, by which camel-quartz finds this route again; without a schedule, itself. */
    @Override
    public Endpoint getEndpoint() {
        return clock == null ? this : clock;
    }

    @Nullable
    QuartzEndpoint clock() {
        return clock;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        RunConsumer consumer = new RunConsumer(
                this,
                processor,
                CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), Runs.class),
                CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), SourceTriggers.class));
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("run: begins a route; to ask for a run, call SourceTriggers");
    }

    public String getSource() {
        return source;
    }

    public @Nullable String getSchedule() {
        return schedule;
    }

    public void setSchedule(@Nullable String schedule) {
        this.schedule = schedule;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
