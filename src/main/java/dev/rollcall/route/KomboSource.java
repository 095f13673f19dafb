package dev.rollcall.route;

import dev.rollcall.run.Run;
import dev.rollcall.source.kombo.KomboFetch;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/** The Java of the Kamelet {@code kombo-source}: begins its fetch. */
@Component("komboSource")
public class KomboSource {
    private final ApiPages pages;
    private final Secrets secrets;

    KomboSource(ApiPages pages, Secrets secrets) {
        this.pages = pages;
        this.secrets = secrets;
    }

    /** Takes the run, and what the Kamelet's parameters say. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        Parameters parameters = new Parameters(exchange);
        pages.begin(
                exchange,
                run,
                new KomboFetch(
                        run.id(),
                        run.source(),
                        parameters.text("url"),
                        secrets.of(run.source(), "apiKey", parameters.text("apiKey")),
                        parameters.text("integrationId"),
                        parameters.number("pageSize"),
                        pages.outline(run),
                        run.watermark(),
                        run.openedAt()));
    }
}
