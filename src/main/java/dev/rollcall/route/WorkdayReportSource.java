package dev.rollcall.route;

import dev.rollcall.run.Run;
import dev.rollcall.source.workday.ReportSettings;
import dev.rollcall.source.workday.ReportSettings.Login;
import dev.rollcall.source.workday.WorkdayReportFetch;
import java.net.URI;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/** The Java of the Kamelet {@code workday-raas-source}: begins its fetch. */
@Component("workdayReportSource")
public class WorkdayReportSource {
    private final ApiPages pages;
    private final Secrets secrets;
    private final OAuthTokens tokens;

    WorkdayReportSource(ApiPages pages, Secrets secrets, OAuthTokens tokens) {
        this.pages = pages;
        this.secrets = secrets;
        this.tokens = tokens;
    }

    /** Takes the run, and what the Kamelet's parameters say. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        Parameters parameters = new Parameters(exchange);
        ReportSettings settings = new ReportSettings(
                run.source(),
                parameters.text("url"),
                parameters.text("tenant"),
                parameters.text("owner"),
                parameters.text("report"),
                ReportSettings.Format.named(run.source(), parameters.text("format")),
                parameters.text("prompts"),
                login(run.source(), parameters));
        pages.begin(exchange, run, new WorkdayReportFetch(run.id(), settings, pages.outline(run)));
    }

    /** A refresh token means OAuth; without one, user and password. */
    private Login login(String source, Parameters parameters) {
        String refresh = parameters.text("refreshToken");
        if (refresh.isEmpty()) {
            return new Login.Basic(
                    parameters.text("user"), secrets.of(source, "password", parameters.text("password")));
        }
        URI token = URI.create(
                parameters.text("url").replaceAll("/$", "") + "/ccx/oauth2/" + parameters.text("tenant") + "/token");
        return new Login.Bearer(tokens.of(new OAuthGrant(
                source,
                token,
                parameters.text("clientId"),
                secrets.of(source, "clientSecret", parameters.text("clientSecret")),
                "",
                secrets.of(source, "refreshToken", refresh))));
    }
}
