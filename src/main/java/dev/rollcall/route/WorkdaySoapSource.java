package dev.rollcall.route;

import dev.rollcall.run.Run;
import dev.rollcall.source.workday.WorkdaySettings;
import dev.rollcall.source.workday.WorkdaySoapFetch;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/** The Java of the Kamelet {@code workday-soap-source}: begins its fetch. */
@Component("workdaySoapSource")
public class WorkdaySoapSource {
    private final ApiPages pages;
    private final Secrets secrets;

    WorkdaySoapSource(ApiPages pages, Secrets secrets) {
        this.pages = pages;
        this.secrets = secrets;
    }

    /** Takes the run, and what the Kamelet's parameters say. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        Parameters parameters = new Parameters(exchange);
        WorkdaySettings settings = new WorkdaySettings(
                run.source(),
                parameters.text("url"),
                parameters.text("tenant"),
                parameters.text("version"),
                parameters.text("user"),
                secrets.of(run.source(), "password", parameters.text("password")),
                parameters.number("pageSize"),
                Duration.ofHours(Math.max(0, parameters.number("lookAheadHours"))),
                ZoneId.of(parameters.text("zone")));
        pages.begin(
                exchange,
                run,
                new WorkdaySoapFetch(run.id(), settings, pages.outline(run), run.watermark(), run.openedAt()));
    }
}
