package dev.rollcall.config;

import dev.rollcall.employee.Vocabulary;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import dev.rollcall.lifecycle.LifecyclePolicy.PreHires;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.mapping.yaml.YamlCode;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns {@code lifecycle} of a directory file into a policy, or into problems. */
final class LifecycleReader {
    private static final Pattern TIME = Pattern.compile("(0|[1-9][0-9]{0,3}) (day|month|year)s?");

    private final Problems problems;

    LifecycleReader(Problems problems) {
        this.problems = problems;
    }

    LifecyclePolicy read(DirectoryFile.@Nullable Lifecycle written, ZoneId zone) {
        if (written == null) {
            return new LifecyclePolicy(OnLeaving.DEACTIVATE, OnLeaving.DEACTIVATE, zone);
        }
        Period participation = delay(written.participationStarts(), "participationStarts", false);
        return new LifecyclePolicy(
                leaving(written.whenInactive(), "whenInactive", EnumSet.allOf(OnLeaving.class), written.at()),
                leaving(
                        written.whenAbsent(),
                        "whenAbsent",
                        EnumSet.complementOf(EnumSet.of(OnLeaving.TOGGLE_PARTICIPATION)),
                        written.at()),
                participation == null ? Period.ZERO : participation,
                delay(written.removal(), "removal", true),
                written.quarantine() == null
                        ? LifecyclePolicy.USUAL_QUARANTINE
                        : time(written.quarantine(), "quarantine", written.at()),
                written.preHires() == null ? PreHires.CREATE : written.preHires(),
                written.leave() == DirectoryFile.Lifecycle.Leave.INACTIVE,
                zone,
                Vocabulary.NONE,
                Set.of());
    }

    private OnLeaving leaving(@Nullable String word, String key, Set<OnLeaving> answers, At at) {
        if (word == null) {
            return OnLeaving.DEACTIVATE;
        }
        for (OnLeaving answer : answers) {
            if (label(answer).equals(word)) {
                return answer;
            }
        }
        List<String> known = answers.stream().map(LifecycleReader::label).toList();
        problems.add(
                at,
                YamlCode.WRONG_WORD,
                "lifecycle." + key + ": found \"" + word + "\", expected " + String.join(" or ", known) + "."
                        + Nearest.hint(word, known));
        return OnLeaving.DEACTIVATE;
    }

    private static String label(OnLeaving answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Null for never. */
    private @Nullable Period delay(DirectoryFile.@Nullable Delay delay, String key, boolean canBeNever) {
        if (delay == null) {
            return null;
        }
        if (delay.after() != null && delay.at() == null) {
            return time(delay.after(), key + ".after", delay.place());
        }
        if ("directly".equals(delay.at())) {
            return Period.ZERO;
        }
        if (!canBeNever || !"never".equals(delay.at())) {
            problems.add(
                    delay.place(),
                    ConfigCode.BAD_TIME,
                    "lifecycle." + key + ": expected directly" + (canBeNever ? ", never" : "")
                            + " or { after: 3 months }.");
        }
        return null;
    }

    private Period time(String text, String key, At at) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            problems.add(
                    at,
                    ConfigCode.BAD_TIME,
                    "lifecycle." + key + ": found \"" + text + "\", expected a time such as 7 days or 3 months.");
            return Period.ZERO;
        }
        int count = Integer.parseInt(time.group(1));
        return switch (time.group(2)) {
            case "day" -> Period.ofDays(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }
}
