package dev.rollcall.config;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import org.jspecify.annotations.Nullable;

/** How often people may ask a source, and how long plans stay, as it is written. */
record LimitsFile(
        @Nullable
        @Key(
                value = "Dry runs of a source that people may start within 24 hours; any number unless written",
                example = "testsPerDay: 3")
        Integer testsPerDay,

        @Nullable
        @Key(
                value =
                        "Runs of a source that people may start within 24 hours, those that fail not counted; any number"
                                + " unless written",
                example = "manualRunsPerDay: 1")
        Integer manualRunsPerDay,

        @Nullable
        @Key(
                value = "How long the plan and the files of a dry run stay; 24 hours unless written",
                example = "resultsExpireAfter: 24 hours")
        String resultsExpireAfter,

        @Nullable
        @Key(
                value =
                        "How long the plans of other runs stay once nobody has to decide on them; 90 days unless written",
                example = "plansExpireAfter: 30 days")
        String plansExpireAfter,

        At at) {}
