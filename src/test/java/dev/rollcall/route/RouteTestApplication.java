package dev.rollcall.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rollcall.config.Configuration;
import dev.rollcall.config.ConfigurationLoader;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.employee.Employee;
import dev.rollcall.employee.Profile;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.Header;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceRecord;
import dev.rollcall.source.XmlTree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** The route package alone, with made-up runs and mappings behind it. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
        basePackageClasses = HomeRoutes.class,
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class RouteTestApplication {
    @Bean
    FakeRuns runs() {
        return new FakeRuns();
    }

    @Bean
    FakeFileLedger fileLedger() {
        return new FakeFileLedger();
    }

    @Bean
    Configuration configuration() {
        // what ships has its own mapping, unless a test below wants it simpler
        Map<String, SourceConfiguration> sources =
                new HashMap<>(ConfigurationLoader.load(Path.of("mappings")).sources());
        sources.putAll(Stream.of(
                        "good",
                        "broken",
                        "handled",
                        "endless",
                        "silent",
                        "often",
                        "daily",
                        "slow",
                        "mistaken",
                        "odd",
                        "kombo",
                        "sftp-csv",
                        "successfactors",
                        "workday-basic",
                        "workday-raas",
                        "workday-soap",
                        "checksum",
                        "trailer",
                        "signed",
                        "stable",
                        "replaced",
                        "changes",
                        "encrypted",
                        "hanging")
                .collect(Collectors.toMap(
                        Function.identity(),
                        source -> new SourceConfiguration(
                                source, source, "people", true, new FirstValueIsTheKey(), Scope.EVERYBODY, "digest"))));
        return new Configuration(sources, Map.of());
    }

    /** Maps what has a first value or an id, and throws for one record. */
    static final class FirstValueIsTheKey implements Mapping {
        private static final Origin UNMAPPABLE = new Origin("file", 13);

        @Override
        public MappingResult map(SourceRecord record) {
            if (record.origin().equals(UNMAPPABLE)) {
                throw new IllegalStateException("a defect in a mapping");
            }
            return switch (record) {
                case SourceRecord.Row row -> employee(row.values().getFirst(), record);
                case SourceRecord.Json json -> employee(key(json.node()), record);
                case SourceRecord.Incomplete incomplete ->
                    new MappingResult.Rejected(
                            incomplete.node().path("id").asText(),
                            false,
                            Profile.EMPTY,
                            List.of(incomplete.problem()),
                            record.origin());
                case SourceRecord.Xml xml -> employee(key(xml.tree()), record);
                case SourceRecord.Unreadable unreadable ->
                    new MappingResult.Rejected(
                            null, false, Profile.EMPTY, List.of(unreadable.problem()), record.origin());
            };
        }

        private static String key(JsonNode node) {
            return Stream.of("/id", "/person/personIdExternal", "/Employee_ID")
                    .map(path -> node.at(path).asText())
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        private static String key(XmlTree tree) {
            int worker = tree.find(XmlTree.ROOT, "Worker_Data", "Worker_ID");
            return tree.text(worker == XmlTree.NONE ? tree.find(XmlTree.ROOT, "Employee_ID") : worker);
        }

        private static MappingResult employee(String key, SourceRecord record) {
            return new MappingResult.Mapped(new Employee(key, false, Profile.EMPTY), record.origin());
        }

        @Override
        public List<Problem> checkHeader(Header header) {
            return Stream.of("id", "name")
                    .filter(column -> header.indexOf(column) < 0)
                    .map(column -> new Problem("mapping", "MAP-000", "the file has no column " + column))
                    .toList();
        }
    }
}
