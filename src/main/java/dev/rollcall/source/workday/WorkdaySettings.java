package dev.rollcall.source.workday;

import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.api.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * How a tenant's workers are fetched.
 *
 * @param url scheme and host of the tenant's services
 * @param version of the web service, {@code v45.0}; decides where positions stand in an answer
 * @param user an integration system user, {@code ISU_Rollcall@acme}
 * @param pageSize workers on a page, 999 at most
 * @param lookAhead how far ahead terminations are looked for; zero: not at all
 * @param zone whose calendar day is today
 */
public record WorkdaySettings(
        String source,
        String url,
        String tenant,
        String version,
        String user,
        Secret password,
        int pageSize,
        Duration lookAhead,
        ZoneId zone) {
    static final int LARGEST_PAGE = 999;
    private static final Pattern VERSION = Pattern.compile("v?([0-9]{1,3}(?:\\.[0-9]{1,2})?)");

    /**
     * The settings, checked.
     *
     * @throws SourceFailure when the user is of no tenant or the version is none
     */
    public WorkdaySettings {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        pageSize = Math.clamp(pageSize, 1, LARGEST_PAGE);
        if (!user.endsWith("@" + tenant) || user.length() == tenant.length() + 1) {
            throw new SourceFailure(SourceCode.API_REFUSED.at(
                    source,
                    "`user` must be the integration system user with its tenant, for example ISU_Rollcall@" + tenant
                            + "; Workday refuses it otherwise, and locks it after some tries. Nothing was asked."));
        }
        if (!VERSION.matcher(version).matches()) {
            throw new SourceFailure(SourceCode.API_REFUSED.at(
                    source, "`version` is none of Workday's, for example v45.0. Correct it. Nothing was asked."));
        }
        version = version.startsWith("v") ? version : "v" + version;
    }

    URI humanResources() {
        return URI.create(url + "/ccx/service/" + tenant + "/Human_Resources/" + version);
    }
}
