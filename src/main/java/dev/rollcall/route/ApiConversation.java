package dev.rollcall.route;

import dev.rollcall.source.Page;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiFetch;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** A fetch under way: while a page is mapped, the answer to the following request is already being waited for. */
final class ApiConversation {
    private static final String HTTP = "direct:rollcall-http";

    private final String source;
    private final ApiFetch fetch;
    private final ProducerTemplate template;
    private Iterator<Page> pages = Collections.emptyIterator();
    private @Nullable CompletableFuture<Object> pending;

    ApiConversation(String source, ApiFetch fetch, ProducerTemplate template) {
        this.source = source;
        this.fetch = fetch;
        this.template = template;
    }

    ApiFetch fetch() {
        return fetch;
    }

    HttpCall call() {
        return new HttpCall(source, fetch.next(), fetch::explain);
    }

    /** Reads on until there is a page, or the fetch is at its end. */
    boolean hasNext() {
        while (!pages.hasNext()) {
            if (!fetch.hasNext()) {
                return false;
            }
            pages = fetch.read(answer());
        }
        return true;
    }

    /** The page; the next answer is asked for as soon as this one is read to its end. */
    Page next() {
        Page page = pages.next();
        if (pending == null && fetch.hasNext()) {
            pending = template.asyncRequestBody(HTTP, call());
        }
        return page;
    }

    /** Takes an answer that a step of the Kamelet fetched, for reports that are read while they arrive. */
    void streamed(ApiAnswer answer) {
        pages = fetch.read(answer);
    }

    private ApiAnswer answer() {
        CompletableFuture<Object> waited = pending == null ? template.asyncRequestBody(HTTP, call()) : pending;
        pending = null;
        try {
            return answer(waited);
        } catch (SecretRefused refused) {
            if (fetch.secret().refused()) {
                return answer();
            }
            throw new SourceFailure(refused.problem());
        }
    }

    private static ApiAnswer answer(CompletableFuture<Object> waited) {
        try {
            return (ApiAnswer) waited.join();
        } catch (CancellationException stopped) {
            throw new IllegalStateException("the runtime stops", stopped);
        } catch (CompletionException failed) {
            for (Throwable each = failed; each != null; each = each.getCause()) {
                if (each instanceof SecretRefused refused) {
                    throw refused;
                }
            }
            throw failed;
        }
    }

    void abandon() {
        CompletableFuture<Object> waited = pending;
        if (waited != null) {
            waited.cancel(true);
        }
    }
}
