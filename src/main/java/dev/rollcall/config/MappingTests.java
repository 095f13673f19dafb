package dev.rollcall.config;

import dev.rollcall.mapping.LoadedMapping;
import dev.rollcall.mapping.MappingFile;
import dev.rollcall.mapping.yaml.At;
import dev.rollcall.mapping.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Runs the tests that stand in mappings and in folders under {@code mappings/examples/<source>/<case>/}. */
public final class MappingTests {
    private final LoadedMapping mapping;
    private final CaseRunner runner;
    private final List<TestReport.Case> cases = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();

    private MappingTests(LoadedMapping mapping, SourceConfiguration source, DirectoryConfiguration directory) {
        this.mapping = mapping;
        this.runner = new CaseRunner(mapping, source, directory);
    }

    /**
     * Every test of every mapping of the home.
     *
     * @throws ConfigurationProblems when the mappings cannot even be loaded
     */
    public static TestReport run(Path home) {
        Path folder = home.resolve("mappings");
        Configuration configuration = ConfigurationLoader.load(folder);
        List<TestReport.Case> cases = new ArrayList<>();
        List<TestReport.Unreached> unreached = new ArrayList<>();
        Map<String, LoadedMapping> mappings = new TreeMap<>(ConfigurationLoader.mappings(folder));
        mappings.forEach((name, mapping) -> {
            SourceConfiguration source = configuration.source(name);
            MappingTests tests = new MappingTests(mapping, source, configuration.directory(source.directory()));
            tests.runAll(new ExampleFolder(folder.resolve("examples").resolve(name), name));
            cases.addAll(tests.cases);
            unreached.addAll(tests.unreached());
        });
        return new TestReport(cases, unreached);
    }

    private void runAll(ExampleFolder examples) {
        for (MappingFile.TestLine test : mapping.file().tests()) {
            String name = test.at() + (test.name() == null ? "" : "  " + test.name());
            YamlNode given = Objects.requireNonNull(test.given());
            judge(name, () -> runner.run(new Given.Written(given), Objects.requireNonNull(test.expect())));
        }
        for (ExampleFolder.Example example : examples.examples()) {
            judge(example.name(), () -> runner.run(example.given(), example.expected()));
        }
    }

    private void judge(String name, CaseRunner.Attempt attempt) {
        CaseRunner.Outcome outcome = attempt.outcome();
        cases.add(new TestReport.Case(name, outcome.differences()));
        reached.addAll(outcome.reached());
    }

    private List<TestReport.Unreached> unreached() {
        return mapping.lines().entrySet().stream()
                .filter(line -> !reached.contains(line.getKey()))
                .map(line -> unreached(line.getKey(), line.getValue()))
                .toList();
    }

    private static TestReport.Unreached unreached(String attribute, At at) {
        return new TestReport.Unreached(attribute, at.toString());
    }
}
