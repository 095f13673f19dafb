package dev.rollcall.api.rest;

import dev.rollcall.api.RunRequest;
import dev.rollcall.api.RuntimeOperations;
import dev.rollcall.route.Secrets;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.kombo.KomboWebhook;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Kombo's calls. They ask for no login: the signature over the body, with the setting {@code <source>.webhook-secret}, is
 * what lets them in. Nothing of a body is believed or logged before.
 */
@RestController
@RequestMapping("/api/webhooks")
class WebhookController {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final int LARGEST_BODY = 256 * 1024;
    private static final int REMEMBERED = 1000;

    private final RuntimeOperations operations;
    private final Secrets secrets;
    private final Environment settings;
    private final Set<String> seen = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    WebhookController(RuntimeOperations operations, Secrets secrets, Environment settings) {
        this.operations = operations;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** 202 when a run follows, 200 when none does, 401 for whatever is not signed, and 413 for what is too large. */
    @PostMapping("/{source}")
    ResponseEntity<Void> called(
            @PathVariable String source,
            @RequestHeader(name = KomboWebhook.SIGNATURE, required = false) @Nullable String signature,
            InputStream content)
            throws IOException {
        byte[] body = content.readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return answer(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        @Nullable String secret = settings.getProperty(source + ".webhook-secret");
        if (secret == null
                || secret.isBlank()
                || signature == null
                || !KomboWebhook.isSigned(body, signature, secrets.of(source, "webhook-secret", secret))) {
            return answer(HttpStatus.UNAUTHORIZED);
        }
        return KomboWebhook.read(body)
                .map(call -> follow(source, call))
                .orElseGet(() -> answer(HttpStatus.BAD_REQUEST));
    }

    private ResponseEntity<Void> follow(String source, KomboWebhook call) {
        @Nullable String integration = settings.getProperty(source + ".integration-id");
        boolean ours = integration == null || call.integration().isEmpty() || integration.equals(call.integration());
        boolean again = !call.id().isEmpty() && !seen.add(source + " " + call.id());
        if (!ours || again) {
            return answer(HttpStatus.OK);
        }
        return switch (call.meaning()) {
            case CHANGED -> {
                var unused = operations
                        .ask(source, new RunRequest(false, false, false), Trigger.By.WEBHOOK)
                        .outcome()
                        .exceptionally(failure -> {
                            LOG.debug("the run after a webhook of {} failed", source, failure);
                            return null;
                        });
                yield answer(HttpStatus.ACCEPTED);
            }
            case NOT_READ -> {
                Problem problem = SourceCode.API_NOT_READY.at(
                        source,
                        "Kombo's own sync of the HR system ended " + call.state()
                                + ". No run was started; see the integration in Kombo.");
                LOG.warn("{}", problem);
                operations.report(source, problem);
                yield answer(HttpStatus.OK);
            }
            case OTHER -> answer(HttpStatus.OK);
        };
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
