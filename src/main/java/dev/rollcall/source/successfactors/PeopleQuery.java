package dev.rollcall.source.successfactors;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked for, and what of them.
 *
 * <p>The effective dates are {@code fromDate} (today) and {@code toDate}, never {@code asOfDate}, which may not stand beside
 * them: {@code asOfDate} is one day and leaves out whoever is hired for later, and jobs whose end is known. Whoever left
 * is in the answer either way, since people and employments have no effective dates and a job's last row has no end. Where
 * a company's API applies the two dates to the people alone, jobs are those of today, and somebody hired for later comes
 * with an employment and no job, which is read as pending.
 *
 * @param url with the version: {@code https://api4.successfactors.com/odata/v2}
 * @param filter further conditions in OData; empty for everybody
 * @param pageSize 1 to 1000
 * @param zone whose date is today
 * @param counted whether SuccessFactors is asked how many there are
 */
public record PeopleQuery(String url, ReadFields fields, String filter, int pageSize, ZoneId zone, boolean counted) {
    public static final int LARGEST_PAGE = 1000;
    /** What one clock of SuccessFactors may be behind another. */
    private static final int OVERLAP_MINUTES = 15;

    private static final List<String> CHANGING = List.of(
            "",
            "personalInfoNav/",
            "emailNav/",
            "phoneNav/",
            "employmentNav/",
            "employmentNav/userNav/",
            "employmentNav/jobInfoNav/");
    /** Dates that make a difference when they come, although nobody changes anything on that day. */
    private static final List<String> COMING = List.of(
            "personalInfoNav/startDate",
            "employmentNav/startDate",
            "employmentNav/endDate",
            "employmentNav/jobInfoNav/startDate");

    public PeopleQuery {
        url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        pageSize = pageSize <= 0 ? LARGEST_PAGE : Math.min(pageSize, LARGEST_PAGE);
    }

    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The address of the first page; the server gives those of the others. */
    URI first(@Nullable Instant changedSince, Instant now) {
        LocalDate today = today(now);
        StringBuilder query = new StringBuilder(url + "/PerPerson?$format=json");
        query.append("&$select=").append(String.join(",", fields.paths()));
        query.append("&$expand=").append(String.join(",", fields.navigations()));
        String conditions = conditions(changedSince, today);
        if (!conditions.isEmpty()) {
            query.append("&$filter=").append(encode(conditions));
        }
        if (counted) {
            query.append("&$inlinecount=allpages");
        }
        query.append("&paging=snapshot&customPageSize=").append(pageSize);
        query.append("&fromDate=").append(today).append("&toDate=9999-12-31");
        return URI.create(query.toString());
    }

    private String conditions(@Nullable Instant changedSince, LocalDate today) {
        String wanted = filter.isBlank() ? "" : "(" + filter.strip() + ")";
        if (changedSince == null) {
            return wanted;
        }
        Instant since = changedSince.minus(OVERLAP_MINUTES, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        String changed = CHANGING.stream()
                .map(entity -> entity + "lastModifiedDateTime ge datetimeoffset'" + since + "'")
                .collect(Collectors.joining(" or "));
        // a date is Edm.DateTime and wants the other literal; mixing them is an error
        String coming = COMING.stream()
                .map(date -> "(" + date + " ge datetime'" + today(since) + "T00:00:00' and " + date + " le datetime'"
                        + today + "T00:00:00')")
                .collect(Collectors.joining(" or "));
        return (wanted.isEmpty() ? "" : wanted + " and ") + "(" + changed + " or " + coming + ")";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
