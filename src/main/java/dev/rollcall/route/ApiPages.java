package dev.rollcall.route;

import dev.rollcall.config.Configuration;
import dev.rollcall.run.Run;
import dev.rollcall.source.Outline;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiFetch;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.SynchronizationAdapter;
import org.springframework.stereotype.Component;

/** The steps that every Kamelet of an API shares: pages one after the other, then the end. */
@Component("apiPages")
public class ApiPages {
    private static final String CONVERSATION = "rollcallApi";

    private final ProducerTemplate template;
    private final SourceTriggers triggers;
    private final Configuration configuration;

    ApiPages(ProducerTemplate template, SourceTriggers triggers, Configuration configuration) {
        this.template = template;
        this.triggers = triggers;
        this.configuration = configuration;
    }

    /** What of a record is kept: what its mapping reads, and everything while somebody looks at the source's fields. */
    Outline outline(Run run) {
        return triggers.isLookedAt(run)
                ? Outline.EVERYTHING
                : configuration.source(run.source()).mapping().outline();
    }

    /** Begins the conversation of a run; the Kamelet's own bean calls it with what its parameters say. */
    void begin(Exchange exchange, Run run, ApiFetch fetch) {
        ApiConversation conversation = new ApiConversation(run.source(), fetch, template);
        exchange.setProperty(CONVERSATION, conversation);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                conversation.abandon();
            }
        });
    }

    public boolean hasNext(Exchange exchange) {
        return conversation(exchange).hasNext();
    }

    /** The next page as the body. */
    public void next(Exchange exchange) {
        exchange.getMessage().setBody(conversation(exchange).next());
    }

    /** The request as the body, for a Kamelet that reads its answer while it arrives. */
    public void call(Exchange exchange) {
        exchange.getMessage().setBody(conversation(exchange).call());
    }

    /**
     * The request once more, signed with another secret, after {@link #call} was refused.
     *
     * @throws SourceFailure when all were refused
     */
    public void callAgain(Exchange exchange) {
        Exception caught = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (!conversation(exchange).fetch().secret().refused()) {
            throw new SourceFailure(Failures.problem("source", caught));
        }
        call(exchange);
    }

    /** Takes the answer to {@link #call}. */
    public void answer(Exchange exchange) throws InvalidPayloadException {
        conversation(exchange).streamed(exchange.getMessage().getMandatoryBody(ApiAnswer.class));
    }

    /** The end of the snapshot as the body. */
    public void end(Exchange exchange) {
        exchange.getMessage().setBody(conversation(exchange).fetch().end());
    }

    private static ApiConversation conversation(Exchange exchange) {
        return exchange.getProperty(CONVERSATION, ApiConversation.class);
    }
}
