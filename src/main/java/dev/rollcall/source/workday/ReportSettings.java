package dev.rollcall.source.workday;

import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * Where a custom report is, and how it is asked for.
 *
 * @param url scheme and host of the tenant's services
 * @param owner of the report; a new owner changes its address
 * @param prompts what the report asks for, {@code Company=Acme&Active=1}; empty: nothing
 */
public record ReportSettings(
        String source,
        String url,
        String tenant,
        String owner,
        String report,
        Format format,
        String prompts,
        Login login) {
    /** How the rows are written. */
    public enum Format {
        JSON,
        XML;

        /**
         * The format of this name.
         *
         * @throws SourceFailure when there is none
         */
        public static Format named(String source, String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> new SourceFailure(SourceCode.API_REFUSED.at(
                            source, "`format` is neither json nor xml. Correct it. Nothing was asked.")));
        }
    }

    /** Who asks. */
    public sealed interface Login {
        Secret secret();

        String header();

        /** User and password of an integration system user. */
        record Basic(String user, Secret secret) implements Login {
            @Override
            public String header() {
                String both = user + ":" + secret.value();
                return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
            }
        }

        /** An access token. */
        record Bearer(Secret secret) implements Login {
            @Override
            public String header() {
                return "Bearer " + secret.value();
            }
        }
    }

    public ReportSettings {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    URI address() {
        String query = Arrays.stream(prompts.split("&"))
                .filter(each -> !each.isBlank())
                .map(ReportSettings::encodedPair)
                .collect(Collectors.joining("&"));
        String json = format == Format.JSON ? "format=json" : "";
        String both = json + (json.isEmpty() || query.isEmpty() ? "" : "&") + query;
        return URI.create(url + "/ccx/service/customreport2/" + encoded(tenant) + "/" + encoded(owner) + "/"
                + encoded(report) + (both.isEmpty() ? "" : "?" + both));
    }

    private static String encodedPair(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0
                ? encoded(pair)
                : encoded(pair.substring(0, equals).strip()) + "="
                        + encoded(pair.substring(equals + 1).strip());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
