package dev.rollcall.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Small mappings and records to try on them. */
final class Sample {
    private static final MappingLoader.Parents NO_PARENTS = new MappingLoader.Parents() {
        @Override
        public Optional<MappingLoader.Written> find(String name) {
            return Optional.empty();
        }

        @Override
        public List<String> shipped() {
            return List.of();
        }
    };

    private Sample() {}

    static LoadedMapping loaded(String yaml) {
        Problems problems = new Problems();
        LoadedMapping loaded =
                new MappingLoader(NO_PARENTS, problems).load(new MappingLoader.Written("mappings/sample.yaml", yaml));
        if (loaded == null) {
            throw new AssertionError(problems.list());
        }
        return loaded;
    }

    static List<Problem> problems(String yaml) {
        Problems problems = new Problems();
        new MappingLoader(NO_PARENTS, problems).load(new MappingLoader.Written("mappings/sample.yaml", yaml));
        return problems.list();
    }

    /** A csv mapping with the key in the column id and these lines under employee. */
    static Mapping csv(String employee) {
        return loaded(
                        "source: sample\ndirectory: people\nformat: csv\nkey: id\nsensitive: [birthDate, homeAddress, compensation]\n"
                                + "employee:\n" + employee.indent(2))
                .mapping();
    }

    /** A json mapping with the key at $.id and these lines under employee. */
    static Mapping json(String employee) {
        return loaded("source: sample\ndirectory: people\nformat: json\nkey: $.id\ngone: $.gone\nemployee:\n"
                        + employee.indent(2))
                .mapping();
    }

    /** One column {@code x} under one text attribute with these transforms. */
    static MappingResult transformed(String then, String value) {
        return csv("title: { from: x, then: " + then + " }").map(row(new Header(List.of("id", "x")), "1", value));
    }

    static SourceRecord.Row row(Header header, String... values) {
        return new SourceRecord.Row(header, List.of(values), new Origin("people.csv", 2));
    }

    static SourceRecord.Json record(String json) {
        try {
            return new SourceRecord.Json(new ObjectMapper().readTree(json.replace('\'', '"')), new Origin("page 0", 1));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Profile profile(MappingResult result) {
        if (result instanceof MappingResult.Mapped mapped) {
            return mapped.employee().profile();
        }
        throw new AssertionError(result);
    }

    static Value value(MappingResult result, Attribute attribute) {
        return Objects.requireNonNull(profile(result).values().get(attribute.label()), "not carried");
    }

    static String title(MappingResult result) {
        return profile(result).text(Attribute.TITLE).orElse("");
    }

    static MappingResult.Rejected rejected(MappingResult result) {
        if (result instanceof MappingResult.Rejected rejected) {
            return rejected;
        }
        throw new AssertionError("mapped, expected a rejection: " + result);
    }

    static List<String> codes(MappingResult result) {
        return rejected(result).problems().stream().map(Problem::code).toList();
    }
}
