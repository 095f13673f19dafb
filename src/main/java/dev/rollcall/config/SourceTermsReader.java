package dev.rollcall.config;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Problems;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns {@code exclusive}, {@code consent} and {@code limits} of a directory file into terms, or into problems. */
final class SourceTermsReader {
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,3}) (hour|day)s?");

    private final Problems problems;

    SourceTermsReader(Problems problems) {
        this.problems = problems;
    }

    SourceTerms read(DirectoryFile written) {
        LimitsFile limits =
                written.limits() == null ? new LimitsFile(null, null, null, null, written.at()) : written.limits();
        return new SourceTerms(
                written.exclusive(),
                written.consent() == SourceTerms.Consent.REQUIRED,
                count(limits.testsPerDay(), "testsPerDay", limits.at()),
                count(limits.manualRunsPerDay(), "manualRunsPerDay", limits.at()),
                time(
                        limits.resultsExpireAfter(),
                        SourceTerms.DEFAULT.resultsExpireAfter(),
                        "resultsExpireAfter",
                        limits.at()),
                time(
                        limits.plansExpireAfter(),
                        SourceTerms.DEFAULT.plansExpireAfter(),
                        "plansExpireAfter",
                        limits.at()));
    }

    private @Nullable Integer count(@Nullable Integer count, String key, At at) {
        if (count != null && count < 1) {
            problems.add(
                    at,
                    ConfigCode.BAD_LIMIT,
                    "limits." + key + ": found " + count + ", expected 1 or more. Leave it out for any number.");
        }
        return count;
    }

    private Duration time(@Nullable String text, Duration unlessWritten, String key, At at) {
        if (text == null) {
            return unlessWritten;
        }
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            problems.add(
                    at,
                    ConfigCode.BAD_LIMIT,
                    "limits." + key + ": found \"" + text + "\", expected a time such as 24 hours or 2 days.");
            return unlessWritten;
        }
        long count = Long.parseLong(time.group(1));
        return time.group(2).equals("hour") ? Duration.ofHours(count) : Duration.ofDays(count);
    }
}
