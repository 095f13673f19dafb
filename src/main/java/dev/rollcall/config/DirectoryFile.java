package dev.rollcall.config;

import dev.rollcall.correlation.MatchKey;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import dev.rollcall.mapping.yaml.YamlNode;
import dev.rollcall.plan.Rules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directory file as it is written. */
record DirectoryFile(
        @Nullable
        @Key(value = "Name of the directory, and of this file", example = "directory: people", required = true)
        String directory,

        @Key(
                value =
                        "Attributes without which nobody becomes a user; email stands for any address; givenName, familyName"
                                + " and email unless written",
                example = "require: [fullName, email]")
        List<String> require,

        @Key(
                value = "Attributes whose lack is counted and told of with each run, and refuses nobody",
                example = "recommend: [givenName, familyName, birthDate]")
        List<String> recommend,

        @Key(
                value =
                        "What a record without a link is compared by, in this order; externalId, then email unless written",
                example = "match: [externalId, email]")
        List<MatchKey> match,

        @Key(
                value =
                        "What happens when the e-mail address belongs to a user nobody linked yet; review unless written",
                example = "adoption: review")
        DirectoryConfiguration.@Nullable Adoption adoption,

        @Nullable
        @Key(value = "Zone in which a calendar day begins; UTC unless written", example = "timeZone: Europe/Brussels")
        String timeZone,

        @Nullable @Key(value = "What happens when somebody leaves", example = "lifecycle: { whenAbsent: deactivate }")
        Lifecycle lifecycle,

        @Nullable
        @Key(value = "Limits beyond which people decide", example = "safeguards: { removals: { percent: 50 } }")
        Limits safeguards,

        @Key(
                value = "One source at a time, and no users by hand beside it; false unless written",
                example = "exclusive: true")
        boolean exclusive,

        @Key(
                value =
                        "Whether somebody must accept first that a sub-processor handles personal data; notRequired unless"
                                + " written",
                example = "consent: required")
        SourceTerms.@Nullable Consent consent,

        @Key(
                value =
                        "Whose value counts where several sources carry an attribute; * stands for every other one. Without"
                                + " it the source that manages the user leads",
                example = "precedence: { phones: [workday, entra], \"*\": [workday, entra] }")
        Map<String, List<String>> precedence,

        @Key(
                value =
                        "Attributes that are not the sources' to change: app, or once for those that are set at creation and"
                                + " kept",
                example = "ownership: { preferredName: app, title: once }")
        Map<String, Rules.Owner> ownership,

        @Nullable @Key(value = "How many users may have access; any number unless written", example = "licenses: 5000")
        Integer licenses,

        @Nullable
        @Key(value = "How often people may ask, and how long results stay", example = "limits: { testsPerDay: 3 }")
        LimitsFile limits,

        @Key(
                value =
                        "Places of work, each with its zone and other names; a location that is none of them is left blank",
                example = "locations: { Antwerp: { zone: Europe/Brussels, aliases: [ANR] }, Berlin: Europe/Berlin }")
        Map<String, YamlNode> locations,

        @Key(
                value =
                        "Of a text attribute, what sources write and the one spelling that is kept; case makes no difference",
                example = "aliases: { department: { Mktg: Marketing } }")
        Map<String, YamlNode> aliases,

        @Nullable
        @Key(
                value = "What people sign in with at a kiosk; only then a mapping may have custom.kioskCode",
                example = "kioskLogin: employeeNumber")
        KioskLogin kioskLogin,

        @Key(
                value = "Given once to whoever has none, where no source carries the attribute",
                example = "defaults: { preferredLanguage: en }")
        Map<String, YamlNode> defaults,

        @Nullable
        @Key(value = "Attribute people are grouped by; department unless written", example = "grouping: department")
        String grouping,

        @Key(
                value = "Attributes of which every value becomes a segment; the grouping attribute unless written",
                example = "segments: [department, location]")
        List<String> segments,

        @Nullable
        @Key(
                value = "Who is told what happens to the sources; a change of it plans nothing anew",
                example = "notices: { from: rollcall@example.com, recipients: [] }")
        NoticesFile notices,

        At at) {
    /** What people sign in with at a kiosk (row 64). */
    enum KioskLogin {
        NONE,
        EMPLOYEE_NUMBER
    }

    /** What happens when somebody leaves. */
    record Lifecycle(
            @Nullable
            @Key(
                    value =
                            "At an inactive status: deactivate (unless written), delete, toggle-participation or nothing",
                    example = "whenInactive: deactivate")
            String whenInactive,

            @Nullable
            @Key(
                    value = "When missing from a proved full snapshot: deactivate (unless written), delete or nothing",
                    example = "whenAbsent: deactivate")
            String whenAbsent,

            @Nullable
            @Key(
                    value =
                            "When a new user takes part: directly (unless written), or after months from the start date",
                    example = "participationStarts: { after: 1 month }")
            Delay participationStarts,

            @Nullable
            @Key(
                    value =
                            "When a user who left goes into quarantine: never (unless written), directly, or after months"
                                    + " from the end date",
                    example = "removal: { after: 3 months }")
            Delay removal,

            @Nullable
            @Key(
                    value = "From the loss of the account to full de-provisioning; 7 days unless written",
                    example = "quarantine: 7 days")
            String quarantine,

            @Key(
                    value =
                            "Somebody hired for a later date: create (unless written) makes a user without access, wait makes"
                                    + " him on the first day",
                    example = "preHires: wait")
            LifecyclePolicy.@Nullable PreHires preHires,

            @Key(value = "What a leave counts as: employed (unless written) or inactive", example = "leave: inactive")
            @Nullable
            Leave leave,

            At at) {
        /** What a leave counts as. */
        enum Leave {
            EMPLOYED,
            INACTIVE
        }
    }

    /** A moment, or a time to wait for it. */
    record Delay(
            @Nullable @Key(value = "directly or never", example = "removal: never", shorthand = true)
            String at,

            @Nullable @Key(value = "Days, months or years", example = "after: 3 months")
            String after,

            At place) {}

    /** Limits beyond which people decide. */
    record Limits(
            @Nullable
            @Key(
                    value =
                            "More than this share or number of users losing access, or going into quarantine, holds all of"
                                    + " them; 50 percent unless written",
                    example = "removals: { percent: 50 }")
            Share removals,

            @Nullable
            @Key(
                    value = "More than this share or number of users to be created holds them all; any unless written",
                    example = "creates: { count: 500 }")
            Share creates,

            @Nullable
            @Key(
                    value = "More than this share or number of users to be changed holds them all; any unless written",
                    example = "updates: { percent: 30 }")
            Share updates,

            @Nullable
            @Key(
                    value = "More than this share of rejected records fails the run; 10 unless written",
                    example = "rejected: { percent: 10 }")
            Share rejected,

            At at) {}

    /** A percentage, a number, or both. */
    record Share(
            @Nullable @Key(value = "From 0 to 100", example = "percent: 50")
            Integer percent,

            @Nullable @Key(value = "People", example = "count: 100")
            Integer count,

            At at) {}
}
