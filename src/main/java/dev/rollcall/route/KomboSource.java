package dev.rollcall.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.run.Run;
import dev.rollcall.source.KomboErrors;
import dev.rollcall.source.KomboPages;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceFailure;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The Java of the Kamelet {@code kombo-source}. */
@Component("komboSource")
public class KomboSource {
    private static final String PAGES = "komboPages";

    /** Takes the run, and what the Kamelet's parameters say. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        exchange.setProperty(
                PAGES,
                new KomboPages(
                        run.id(),
                        run.source(),
                        exchange.getProperty("komboUrl", String.class),
                        exchange.getProperty("komboPageSize", Integer.class),
                        run.watermark(),
                        run.openedAt()));
        exchange.setProperty("komboRun", run);
    }

    public boolean hasNext(Exchange exchange) {
        return pages(exchange).hasNext();
    }

    /** The call for the next page. */
    public void call(Exchange exchange) {
        Run run = exchange.getProperty("komboRun", Run.class);
        exchange.getMessage()
                .setBody(new HttpCall(
                        run.source(),
                        pages(exchange).next(),
                        Map.of(
                                "Authorization",
                                "Bearer " + exchange.getProperty("komboApiKey", String.class),
                                "X-Integration-Id",
                                exchange.getProperty("komboIntegrationId", String.class)),
                        KomboSource::explain));
    }

    /** The page in the answer. */
    public void page(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        message.setBody(
                pages(exchange).page(message.getMandatoryBody(HttpAnswer.class).json()));
    }

    public void end(Exchange exchange) {
        exchange.getMessage().setBody(pages(exchange).end());
    }

    private static KomboPages pages(Exchange exchange) {
        return exchange.getProperty(PAGES, KomboPages.class);
    }

    static Problem explain(HttpAnswer answer) {
        String code = "";
        if (answer.contentType().contains("json")) {
            try {
                JsonNode found = answer.json().path("error").path("code");
                code = found.isTextual() && found.asText().matches("[A-Z_.]{1,80}") ? found.asText() : "";
            } catch (SourceFailure notJson) {
                return notJson.problem();
            }
        }
        return KomboErrors.problem(answer.source(), answer.status(), code);
    }
}
