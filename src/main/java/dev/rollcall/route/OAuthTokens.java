package dev.rollcall.route;

import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.ApiAnswer;
import dev.rollcall.source.api.ApiRefusal;
import dev.rollcall.source.api.ApiRefusal.Cure;
import dev.rollcall.source.api.Secret;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Access tokens of OAuth 2, kept for all runs of a source until shortly before they expire. */
@Component
public class OAuthTokens {
    private static final String HTTP = "direct:rollcall-http";

    /** A token used to its last second may expire on its way. */
    private static final long MARGIN_SECONDS = 60;

    /** For answers that name no lifetime. */
    private static final long USUAL_SECONDS = 600;

    private final Map<Object, Token> tokens = new ConcurrentHashMap<>();
    private final ProducerTemplate template;
    private final Clock clock;

    @Autowired
    OAuthTokens(ProducerTemplate template) {
        this(template, Clock.systemUTC());
    }

    OAuthTokens(ProducerTemplate template, Clock clock) {
        this.template = template;
        this.clock = clock;
    }

    private record Token(String value, Instant goodUntil) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * The access token for one fetch, as a secret: fetched when it is needed, and once more when the source refuses it.
     *
     * @param grant what the token is asked for with
     */
    Secret of(TokenGrant grant) {
        return new AccessToken(grant);
    }

    private final class AccessToken implements Secret {
        private final TokenGrant grant;
        private String last = "";
        private boolean renewed;

        AccessToken(TokenGrant grant) {
            this.grant = grant;
        }

        @Override
        public String value() {
            last = token(grant);
            return last;
        }

        @Override
        public boolean refused() {
            tokens.computeIfPresent(
                    grant.holder(), (holder, token) -> token.value().equals(last) ? null : token);
            boolean first = !renewed;
            renewed = true;
            return first;
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    private String token(TokenGrant grant) {
        return tokens.compute(
                        grant.holder(),
                        (holder, known) ->
                                known != null && clock.instant().isBefore(known.goodUntil()) ? known : fetched(grant))
                .value();
    }

    private Token fetched(TokenGrant grant) {
        while (true) {
            try {
                return token(grant, answer(new HttpCall(grant.source(), grant.request(), OAuthTokens::explain)));
            } catch (SecretRefused refused) {
                if (!grant.refused()) {
                    throw new SourceFailure(refused.problem());
                }
            }
        }
    }

    private ApiAnswer answer(HttpCall call) {
        try {
            return template.requestBody(HTTP, call, ApiAnswer.class);
        } catch (CamelExecutionException failed) {
            for (Throwable each = failed; each != null; each = each.getCause()) {
                if (each instanceof SecretRefused refused) {
                    throw refused;
                }
            }
            throw new SourceFailure(Failures.problem(call.source() + " token", failed));
        }
    }

    private Token token(TokenGrant grant, ApiAnswer answer) {
        var json = answer.json();
        String value = json.at("/" + grant.tokenName().replace('.', '/')).asText();
        if (value.isBlank()) {
            throw new SourceFailure(SourceCode.API_UNEXPECTED.at(
                    grant.source() + " token",
                    "the answer has no " + grant.tokenName() + ". See whether the token address is right."));
        }
        long seconds = json.path("expires_in").asLong(USUAL_SECONDS);
        long used = seconds > 2 * MARGIN_SECONDS ? seconds - MARGIN_SECONDS : seconds / 2;
        return new Token(value, clock.instant().plusSeconds(used));
    }

    /** RFC 6749 §5.2: a refused client is 401 or 400 {@code invalid_client}, a refused grant 400 {@code invalid_grant}. */
    private static ApiRefusal explain(ApiAnswer answer) {
        String where = answer.source() + " token";
        String error = error(answer).orElse("");
        return switch (error) {
            case "invalid_client", "unauthorized_client" ->
                new ApiRefusal(
                        SourceCode.API_REFUSED.at(
                                where, error + ": the client id or secret is not accepted. Correct it, or renew it."),
                        Cure.SECRET);
            case "invalid_grant" ->
                new ApiRefusal(
                        SourceCode.API_REFUSED.at(
                                where,
                                "invalid_grant: the grant (a refresh token, an assertion) is not accepted or expired."
                                        + " Make a new one in the HR system."),
                        Cure.SECRET);
            case "" -> ApiRefusal.byStatus(where, answer.status());
            default ->
                new ApiRefusal(
                        SourceCode.API_REFUSED.at(where, error + ". See the client's settings in the HR system."),
                        answer.status() >= 500 ? Cure.LATER : Cure.NONE);
        };
    }

    private static Optional<String> error(ApiAnswer answer) {
        if (!answer.is("json")) {
            return Optional.empty();
        }
        try {
            String error = answer.json().path("error").asText();
            return error.matches("[a-z_]{1,40}") ? Optional.of(error) : Optional.empty();
        } catch (SourceFailure notJson) {
            return Optional.empty();
        }
    }
}
