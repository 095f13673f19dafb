package dev.rollcall.config;

import dev.rollcall.employee.Value;
import dev.rollcall.mapping.MappingCode;
import dev.rollcall.mapping.MappingFile.RuleLine;
import dev.rollcall.mapping.WrittenValue;
import dev.rollcall.mapping.yaml.Problems;
import dev.rollcall.scope.Rules;
import dev.rollcall.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a mapping's rules as they are written into those that are applied. */
final class RuleReader {
    private final Problems problems;

    RuleReader(Problems problems) {
        this.problems = problems;
    }

    List<Rules.Rule> read(List<RuleLine> lines) {
        List<Rules.Rule> rules = new ArrayList<>();
        for (RuleLine line : lines) {
            SortedMap<String, Value> set = new TreeMap<>();
            line.set().forEach((name, node) -> {
                Value value = WrittenValue.read(name, node, "rules.set." + name, problems);
                if (value != null) {
                    set.put(name, value);
                }
            });
            if (line.set().isEmpty() || line.when().isEmpty()) {
                problems.add(
                        line.at(),
                        MappingCode.BAD_RULE,
                        "a rule needs set: and when:. What holds for everybody is a line: { value: … }.");
            }
            rules.add(new Rules.Rule(set, new Scope(new FilterReader(problems).read(line.when()))));
        }
        return rules;
    }
}
