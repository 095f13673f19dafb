package dev.rollcall.config;

import java.util.List;
import java.util.stream.Collectors;

/** How the tests of a home's mappings went. What it prints comes out of the tests themselves, which hold made-up people. */
public record TestReport(List<Case> cases, List<Unreached> unreached) {
    public TestReport {
        cases = List.copyOf(cases);
        unreached = List.copyOf(unreached);
    }

    /**
     * One test.
     *
     * @param name its place, and what it shows where that is written
     * @param differences what was expected and what was found; none when it passed
     */
    public record Case(String name, List<String> differences) {
        public Case {
            differences = List.copyOf(differences);
        }

        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /** A line of a mapping whose value no passing test expects. */
    public record Unreached(String attribute, String line) {}

    public boolean passed() {
        return cases.stream().allMatch(Case::passed);
    }

    /** The failed tests with their differences, the lines without a test, and the count. */
    public String text() {
        StringBuilder text = new StringBuilder();
        cases.stream().filter(each -> !each.passed()).forEach(each -> {
            text.append("FAILED  ").append(each.name()).append('\n');
            each.differences()
                    .forEach(
                            difference -> text.append("    ").append(difference).append('\n'));
        });
        if (!unreached.isEmpty()) {
            text.append("No test reaches:\n");
            unreached.forEach(line -> text.append("    ")
                    .append(line.line())
                    .append("  ")
                    .append(line.attribute())
                    .append('\n'));
        }
        long failed = cases.stream().filter(each -> !each.passed()).count();
        return text + (cases.size() + " tests, " + failed + " failed.");
    }

    /** Names of the failed tests. */
    public String failed() {
        return cases.stream().filter(each -> !each.passed()).map(Case::name).collect(Collectors.joining(", "));
    }
}
