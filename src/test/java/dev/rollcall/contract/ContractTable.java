package dev.rollcall.contract;

import dev.rollcall.contract.Verdict.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The verdicts as a table of faults and sources, and below it what the failed runs say. */
record ContractTable(List<String> sources) {
    record Line(String source, String kind, String place, Verdict verdict) {}

    String of(List<Line> lines) {
        StringBuilder text = new StringBuilder("""
                # What each source makes of each fault

                In a delta, the watermark stays where the run fails, and the next delta brings everything.

                exact: the run ends with exactly the right people. fails: it fails, says what to do, and changes nothing. \
                kept: it ends, nobody loses access, and it says what it kept back. waits: there was nothing to read, nothing changed. full run mends: changes \
                of a system that counts nothing did not come, nobody lost access, and the next full run brings them. –: it cannot happen there.

                """);
        text.append("| fault | ").append(String.join(" | ", sources)).append(" |\n");
        text.append("| --- ").repeat("| --- ", sources.size()).append("|\n");
        Map<String, List<Line>> rows =
                lines.stream().collect(Collectors.groupingBy(Line::kind, LinkedHashMap::new, Collectors.toList()));
        rows.forEach((kind, row) -> {
            text.append("| ").append(kind);
            sources.forEach(source -> text.append(" | ")
                    .append(cell(row.stream()
                            .filter(line -> line.source().equals(source))
                            .toList())));
            text.append(" |\n");
        });
        text.append("\n## What the failed runs say\n\n");
        lines.stream()
                .filter(line -> !line.verdict().message().isEmpty())
                .map(line -> "- " + line.source() + ", " + line.kind() + ": " + plain(line.verdict()))
                .distinct()
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String plain(Verdict verdict) {
        return verdict.message().replaceAll("run=[0-9A-Za-z:.-]+", "run=…");
    }

    /** One word where it makes no difference at which page. */
    private static String cell(List<Line> lines) {
        List<Line> happened = lines.stream()
                .filter(line -> line.verdict().kind() != Kind.ABSENT)
                .toList();
        List<String> shown =
                happened.stream().map(line -> line.verdict().shown()).distinct().toList();
        if (shown.size() <= 1) {
            return shown.isEmpty() ? "–" : shown.getFirst();
        }
        return happened.stream()
                .map(line -> line.place() + " " + line.verdict().shown())
                .collect(Collectors.joining(", "));
    }
}
