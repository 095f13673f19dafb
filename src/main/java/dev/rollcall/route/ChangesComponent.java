package dev.rollcall.route;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;

/** Makes {@code changes:} endpoints. */
@Component("changes")
public class ChangesComponent extends HealthCheckComponent {
    private static final long POLL_MILLIS = 2_000;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        ChangesEndpoint endpoint = new ChangesEndpoint(uri, this, remaining);
        endpoint.setDelay(POLL_MILLIS);
        return endpoint;
    }
}
