package dev.rollcall.route;

import dev.rollcall.run.Run;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.successfactors.Credentials;
import dev.rollcall.source.successfactors.PeopleQuery;
import dev.rollcall.source.successfactors.ReadFields;
import dev.rollcall.source.successfactors.SamlAssertion;
import dev.rollcall.source.successfactors.SuccessFactorsFetch;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The Java of the Kamelet {@code successfactors-source}: begins its fetch. */
@Component("successFactorsSource")
public class SuccessFactorsSource {
    private static final Logger LOG = LoggerFactory.getLogger(SuccessFactorsSource.class);

    private final ApiPages pages;
    private final Secrets secrets;
    private final OAuthTokens tokens;
    private final ClientCertificates certificates;

    SuccessFactorsSource(ApiPages pages, Secrets secrets, OAuthTokens tokens, ClientCertificates certificates) {
        this.pages = pages;
        this.secrets = secrets;
        this.tokens = tokens;
        this.certificates = certificates;
    }

    /** Takes the run, and what the Kamelet's parameters say. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        Parameters parameters = new Parameters(exchange);
        PeopleQuery query = new PeopleQuery(
                parameters.text("url"),
                ReadFields.with(parameters.text("fields"), parameters.text("withoutFields")),
                parameters.text("filter"),
                parameters.number("pageSize"),
                ZoneId.of(parameters.text("zone")),
                parameters.flag("count"));
        pages.begin(
                exchange,
                run,
                new SuccessFactorsFetch(
                        run.id(),
                        run.source(),
                        query,
                        credentials(run.source(), parameters),
                        run.watermark(),
                        run.openedAt()));
    }

    private Credentials credentials(String source, Parameters parameters) {
        String way = parameters.text("authentication");
        return switch (way) {
            case "saml" -> Credentials.token(tokens.of(grant(source, parameters)));
            case "certificate" -> {
                String authority = parameters.text("authorityFile");
                certificates.use(
                        source,
                        PemFiles.of(source, "privateKeyFile", parameters.text("privateKeyFile")),
                        PemFiles.of(source, "certificateFile", parameters.text("certificateFile")),
                        authority.isBlank() ? null : PemFiles.of(source, "authorityFile", authority));
                yield Credentials.certificate();
            }
            case "basic" -> {
                LOG.warn(
                        "source={}: SAP retired passwords for its APIs on 20 November 2026; where they still work, they"
                                + " will not for long. Set authentication to saml or certificate.",
                        source);
                yield Credentials.password(
                        parameters.text("user") + "@" + parameters.text("companyId"),
                        secrets.of(source, "password", parameters.text("password")));
            }
            default ->
                throw new SourceFailure(RouteCode.PARAMETER.at(
                        source, "authentication: found " + way + ", expected saml, certificate or basic."));
        };
    }

    private static SamlGrant grant(String source, Parameters parameters) {
        String tokenUrl = parameters.text("tokenUrl");
        SamlAssertion assertion = new SamlAssertion(
                tokenUrl.isBlank() ? URI.create(parameters.text("url")).resolve("/oauth/token") : URI.create(tokenUrl),
                parameters.text("clientId"),
                parameters.text("user"),
                parameters.flag("userIsLoginName"));
        return new SamlGrant(
                source,
                assertion,
                parameters.text("companyId"),
                PemFiles.of(source, "privateKeyFile", parameters.text("privateKeyFile")),
                Clock.systemUTC());
    }
}
