package dev.rollcall.config;

import dev.rollcall.correlation.MatchKey;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import dev.rollcall.mapping.yaml.Planned;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directory file as it is written. */
@Planned({"precedence", "licenses", "ownership"})
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

        @Key(
                value = "Given once, when a user is created, where no source carries the attribute",
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
    /** What happens when somebody leaves. */
    @Planned({"participationStarts", "removal", "quarantine", "preHires"})
    record Lifecycle(
            @Nullable
            @Key(
                    value = "At an inactive status: deactivate (unless written) or nothing",
                    example = "whenInactive: deactivate")
            String whenInactive,

            @Nullable
            @Key(
                    value = "When missing from a proved full snapshot: deactivate (unless written) or nothing",
                    example = "whenAbsent: deactivate")
            String whenAbsent,

            At at) {}

    /** Limits beyond which people decide. */
    record Limits(
            @Nullable
            @Key(
                    value = "More than this share of users losing access holds all losses; 50 unless written",
                    example = "removals: { percent: 50 }")
            Share removals,

            @Nullable
            @Key(
                    value = "More than this share of rejected records fails the run; 10 unless written",
                    example = "rejected: { percent: 10 }")
            Share rejected,

            At at) {}

    /** A percentage. */
    record Share(
            @Nullable @Key(value = "From 0 to 100", example = "percent: 50", required = true)
            Integer percent,

            At at) {}
}
