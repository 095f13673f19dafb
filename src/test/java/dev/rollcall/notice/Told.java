package dev.rollcall.notice;

import dev.rollcall.run.RunEnded;
import java.util.List;

/** What a run gives people to be told, by the titles of the notices. */
public final class Told {
    private Told() {}

    public static List<String> titles(RunEnded run) {
        return Causes.of(run).entrySet().stream()
                .map(cause -> Wording.of(cause.getKey(), "hr", cause.getValue()).title())
                .toList();
    }
}
