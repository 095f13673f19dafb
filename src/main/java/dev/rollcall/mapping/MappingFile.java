package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.Key;
import dev.rollcall.mapping.yaml.Planned;
import dev.rollcall.mapping.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping file as it is written, with what it extends already filled in. */
@Planned("leave")
public record MappingFile(
        @Nullable
        @Key(
                value =
                        "Another mapping whose lines hold wherever this file has none: a shipped one, or a file beside this",
                name = "extends",
                example = "extends: kombo-default")
        String parent,

        @Nullable
        @Key(value = "Name of the source: of this file, of its route, in logs and addresses", example = "source: kombo")
        String source,

        @Nullable
        @Key(value = "Name of the source in notices; the source's own name unless written", example = "title: Kombo")
        String title,

        @Nullable @Key(value = "Name of the directory whose users these are", example = "directory: people")
        String directory,

        @Nullable
        @Key(value = "Form of the records: csv (columns), json (paths) or xml (element paths)", example = "format: csv")
        Format format,

        @Key(
                value = "Whether the source may change users; otherwise it makes dry runs until it is enabled",
                example = "enabled: true")
        boolean enabled,

        @Nullable
        @Key(
                value =
                        "Whether an inactive status takes access before an end date that is still ahead; true unless written",
                example = "statusMayLead: false")
        Boolean statusMayLead,

        @Nullable
        @Key(
                value =
                        "authoritative (unless written) says who works here; complement only adds values to people another"
                                + " source brings",
                example = "role: complement")
        Role role,

        @Nullable
        @Key(value = "Path of the records in an answer (json and xml)", example = "records: $.data.results[*]")
        String records,

        @Nullable @Key(value = "The source's own identifier of the person", example = "key: $.id")
        Line key,

        @Nullable
        @Key(value = "Anything found here says that the person is gone", example = "gone: $.remote_deleted_at")
        Line gone,

        @Key(
                value = "Attribute and where it comes from; ~ takes an inherited line away",
                example = "employee: { givenName: $.first_name }")
        Map<String, YamlNode> employee,

        @Key(value = "Sensitive attributes that are mapped on purpose", example = "sensitive: [birthDate]")
        List<String> sensitive,

        @Key(
                value = "Attributes the connector can carry, custom among them; mapping another one is warned of",
                example = "capabilities: [givenName, familyName, emails]")
        List<String> capabilities,

        @Key(
                value = "Who is provisioned; every filter must let a person through",
                example = "filters: [{ include: department, values: [Sales] }]")
        List<FilterLine> filters,

        @Key(
                value =
                        "Attributes that get a value when a condition holds: after the mapping, before the filters; the last"
                                + " rule wins",
                example =
                        "rules: [{ set: { teams: [Berlin office] }, when: [{ include: location, values: [Berlin] }] }]")
        List<RuleLine> rules,

        @Key(
                value = "Attributes that rules and filters may look at, and that are stored nowhere",
                example = "withheld: [custom.gender]")
        List<String> withheld,

        @Key(
                value = "The attributes that are carried, of all there are lines for; all of them unless written",
                example = "only: [givenName, familyName, emails]")
        List<String> only,

        @Nullable
        @Key(
                value = "Whether addresses of the type personal are read; true unless written",
                example = "personalEmails: false")
        Boolean personalEmails,

        @Nullable
        @Key(
                value =
                        "locked: key, givenName, familyName, emails and preferredLanguage stay as the extended mapping has"
                                + " them; open unless written",
                example = "standardFields: locked")
        Standard standardFields,

        @Key(value = "Records and what they must become", example = "tests: [{ given: { id: 1 }, expect: { key: 1 } }]")
        List<TestLine> tests,

        At at) {
    /** What the source's word counts for. */
    public enum Role {
        AUTHORITATIVE,
        COMPLEMENT
    }

    /** Forms of records there are mappings for. */
    public enum Format {
        CSV,
        JSON,
        XML
    }

    /** Whether a mapping may say otherwise than the one it extends what the standard fields are (D35). */
    public enum Standard {
        OPEN,
        LOCKED
    }

    /** One rule. */
    public record RuleLine(
            @Key(value = "Attributes and their values", example = "set: { teams: [Berlin office] }", required = true)
            Map<String, YamlNode> set,

            @Key(
                    value = "Conditions as filters have them, all of which must let the person through",
                    example = "when: [{ include: location, values: [Berlin] }]",
                    required = true)
            List<FilterLine> when,

            At at) {}

    /** One filter; include or exclude, never both. */
    public record FilterLine(
            @Nullable
            @Key(value = "Attribute of which one value is needed to be in scope", example = "include: department")
            String include,

            @Nullable
            @Key(value = "Attribute of which any of the values puts out of scope", example = "exclude: employmentType")
            String exclude,

            @Key(value = "The values, compared without regard to case", example = "values: [Sales]")
            List<String> values,

            @Nullable
            @Key(
                    value = "Of a date: earlier than this day, or than one counted from today",
                    example = "before: now + 14 days")
            String before,

            @Nullable
            @Key(
                    value = "Of a date: later than this day, or than one counted from today",
                    example = "after: now - 3 months")
            String after,

            @Key(
                    value = "Of a date: from the first day to the last, both included",
                    example = "between: [2026-01-01, 2026-12-31]")
            List<String> between,

            At at) {}

    /** One record and its meaning. */
    public record TestLine(
            @Nullable @Key(value = "What the test shows", example = "name: a leaver")
            String name,

            @Nullable @Key(value = "The record", example = "given: { id: 1 }", required = true)
            YamlNode given,

            @Nullable @Key(value = "The employee or the rejection", example = "expect: { key: 1 }", required = true)
            YamlNode expect,

            At at) {}
}
