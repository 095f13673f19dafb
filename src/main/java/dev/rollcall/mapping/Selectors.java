package dev.rollcall.mapping;

import java.util.LinkedHashSet;
import java.util.Set;

/** The columns or paths a line reads, for messages. */
final class Selectors {
    private Selectors() {}

    static String text(Iterable<Expression> lines) {
        Set<String> texts = new LinkedHashSet<>();
        lines.forEach(line -> collect(line, texts));
        return String.join(", ", texts);
    }

    private static void collect(Expression line, Set<String> texts) {
        switch (line) {
            case Expression.Constant constant -> {}
            case Expression.Select select -> texts.add(select.selector().text());
            case Expression.FirstOf first -> first.lines().forEach(each -> collect(each, texts));
            case Expression.Joined joined -> joined.lines().forEach(each -> collect(each, texts));
            case Expression.Piped piped -> collect(piped.from(), texts);
            case Expression.Required required -> collect(required.line(), texts);
        }
    }
}
