package dev.rollcall.route;

import dev.rollcall.run.Run;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.Secret;
import dev.rollcall.source.json.ChangedSince;
import dev.rollcall.source.json.JsonApi;
import dev.rollcall.source.json.JsonApi.PageForm;
import dev.rollcall.source.json.JsonApi.Records;
import dev.rollcall.source.json.JsonApiFetch;
import dev.rollcall.source.json.Paging;
import dev.rollcall.source.json.Signature;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/** The Java of the Kamelet {@code json-api-source}, and of all that are made of it: begins its fetch. */
@Component("jsonApiSource")
public class JsonApiSource {
    private final ApiPages pages;
    private final Secrets secrets;
    private final OAuthTokens tokens;

    JsonApiSource(ApiPages pages, Secrets secrets, OAuthTokens tokens) {
        this.pages = pages;
        this.secrets = secrets;
        this.tokens = tokens;
    }

    /** Takes the run, and what the Kamelet's parameters say. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        Options options = new Options(run.source(), new Parameters(exchange), secrets, tokens);
        pages.begin(
                exchange,
                run,
                new JsonApiFetch(
                        run.id(), run.source(), options.api(), pages.outline(run), run.watermark(), run.openedAt()));
    }

    /** The parameters of one source, read. */
    private record Options(String source, Parameters parameters, Secrets secrets, OAuthTokens tokens) {
        JsonApi api() {
            return new JsonApi(
                    address("url"),
                    text("method").equalsIgnoreCase("POST"),
                    text("body"),
                    headers(),
                    signatures(),
                    list("fields"),
                    or("fieldsParameter", "fields"),
                    new PageForm(paging(), text("pageSizeParameter"), parameters.number("pageSize")),
                    new Records(text("records"), text("record"), text("id"), text("total"), text("more")),
                    changedSince());
        }

        private String text(String name) {
            return parameters.text(name).strip();
        }

        private String or(String name, String otherwise) {
            return text(name).isEmpty() ? otherwise : text(name);
        }

        private List<String> list(String name) {
            return Arrays.stream(text(name).split(",", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        private URI address(String name) {
            try {
                URI url = URI.create(text(name));
                if (url.getHost() != null) {
                    return url;
                }
            } catch (IllegalArgumentException malformed) {
                throw wrong(name, "expected an address such as https://api.example.com/v1/employees");
            }
            throw wrong(name, "expected an address such as https://api.example.com/v1/employees");
        }

        /** {@code Name: value}, several with a bar between. */
        private Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            for (String header : text("headers").split("\\|", -1)) {
                int colon = header.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            header.substring(0, colon).strip(),
                            header.substring(colon + 1).strip());
                } else if (!header.isBlank()) {
                    throw wrong("headers", "expected `Name: value`, several with a bar between");
                }
            }
            return headers;
        }

        private List<Signature> signatures() {
            List<Signature> signatures = new ArrayList<>();
            if (!text("username").isEmpty()) {
                signatures.add(new Signature.Basic(
                        secrets.of(source, "username", text("username")),
                        secrets.of(source, "password", text("password"))));
            }
            if (!text("token").isEmpty()) {
                signatures.add(new Signature.Bearer(secrets.of(source, "token", text("token"))));
            }
            if (!text("tokenUrl").isEmpty()) {
                signatures.add(new Signature.Bearer(tokens.of(grant())));
            }
            if (!text("apiKey").isEmpty()) {
                signatures.add(new Signature.Key(
                        or("apiKeyHeader", "Authorization"), secrets.of(source, "apiKey", text("apiKey"))));
            }
            if (signatures.stream().map(Signature::header).distinct().count() < signatures.size()) {
                throw wrong("username, token, tokenUrl, apiKey", "they would fill the same header; give one of them");
            }
            return signatures;
        }

        private TokenGrant grant() {
            Secret secret = secrets.of(source, "clientSecret", text("clientSecret"));
            if (!text("tokenPath").isEmpty()) {
                return new JsonLogin(source, address("tokenUrl"), text("clientId"), secret, text("tokenPath"));
            }
            return new OAuthGrant(
                    source,
                    address("tokenUrl"),
                    text("clientId"),
                    secret,
                    text("scope"),
                    text("refreshToken").isEmpty() ? null : secrets.of(source, "refreshToken", text("refreshToken")));
        }

        private Paging paging() {
            return switch (text("paging").toLowerCase(Locale.ROOT)) {
                case "", "none" -> new Paging.None();
                case "cursor" -> new Paging.Cursor(needed("pageParameter"), needed("next"));
                case "link" -> new Paging.Link(text("next"));
                case "page" ->
                    new Paging.Numbered(
                            or("pageParameter", "page"),
                            text("firstPage").isEmpty() ? 1 : parameters.number("firstPage"),
                            text("totalPages"));
                case "offset" -> new Paging.Offset(or("pageParameter", "offset"));
                default -> throw wrong("paging", "expected none, cursor, link, page or offset");
            };
        }

        private String needed(String name) {
            if (text(name).isEmpty()) {
                throw wrong(name, "paging by cursor needs it");
            }
            return text(name);
        }

        private Optional<ChangedSince> changedSince() {
            if (text("changedSince").isEmpty()) {
                return Optional.empty();
            }
            String form = or("changedSinceForm", "iso").toUpperCase(Locale.ROOT);
            return Arrays.stream(ChangedSince.Form.values())
                    .filter(each -> each.name().equals(form))
                    .findFirst()
                    .map(each -> Optional.of(new ChangedSince(text("changedSince"), each)))
                    .orElseThrow(() -> wrong("changedSinceForm", "expected iso, date, seconds or millis"));
        }

        private SourceFailure wrong(String parameter, String message) {
            return new SourceFailure(SourceCode.API_OPTIONS.at(source, parameter + ": " + message + "."));
        }
    }
}
