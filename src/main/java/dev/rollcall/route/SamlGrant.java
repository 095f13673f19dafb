package dev.rollcall.route;

import dev.rollcall.source.api.ApiRequest;
import dev.rollcall.source.successfactors.SamlAssertion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * A token for a signed assertion (RFC 7522): no client secret, but a key whose certificate SuccessFactors knows.
 *
 * @param companyId the company whose OAuth client it is
 */
record SamlGrant(String source, SamlAssertion assertion, String companyId, PemFiles privateKey, Clock clock)
        implements TokenGrant {
    /** Whose token it is. */
    record Holder(String source, SamlAssertion assertion, String companyId) {}

    @Override
    public Holder holder() {
        return new Holder(source, assertion, companyId);
    }

    @Override
    public ApiRequest request() {
        String form = "company_id=" + encode(companyId)
                + "&client_id=" + encode(assertion.clientId())
                + "&grant_type=" + encode("urn:ietf:params:oauth:grant-type:saml2-bearer")
                + "&assertion=" + encode(assertion.signed(privateKey.privateKey(), clock.instant()));
        return ApiRequest.post(
                assertion.tokenUrl(),
                Map.of("Accept", "application/json", "Content-Type", "application/x-www-form-urlencoded"),
                form);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The key is read anew with every request; there is no second one. */
    @Override
    public boolean refused() {
        return false;
    }

    @Override
    public String toString() {
        return "SamlGrant[" + source + "]";
    }
}
