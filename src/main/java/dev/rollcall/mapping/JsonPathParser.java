package dev.rollcall.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code $.a.b}, {@code ['a b']}, {@code [0]}, {@code [*]} and {@code [?(@.x == 'y')]}. */
final class JsonPathParser {
    private final String text;
    private int at;

    JsonPathParser(String text) {
        this.text = text;
    }

    JsonPath parse() {
        if (!take("$")) {
            throw wrong("a path begins with $");
        }
        List<JsonPath.Step> steps = new ArrayList<>();
        while (at < text.length()) {
            steps.add(step());
        }
        return new JsonPath(text, steps);
    }

    private JsonPath.Step step() {
        if (text.startsWith("..", at)) {
            throw wrong("searching at any depth (..) is not supported; write the whole path");
        }
        if (take(".")) {
            return take("*") ? new JsonPath.Step.Every() : new JsonPath.Step.Name(name());
        }
        if (!take("[")) {
            throw wrong("expected . or [");
        }
        blanks();
        JsonPath.Step step = bracket();
        blanks();
        expect("]");
        return step;
    }

    private JsonPath.Step bracket() {
        if (take("*")) {
            return new JsonPath.Step.Every();
        }
        if (take("?")) {
            return where();
        }
        char next = at < text.length() ? text.charAt(at) : ']';
        if (next == '\'' || next == '"') {
            return new JsonPath.Step.Name(quoted());
        }
        int start = at;
        take("-");
        digits();
        if (start == at) {
            throw wrong("expected a name in quotes, a number, * or ?");
        }
        if (text.startsWith(":", at) || text.startsWith(",", at)) {
            throw wrong("several indexes are not supported");
        }
        try {
            return new JsonPath.Step.Index(Integer.parseInt(text, start, at, 10));
        } catch (NumberFormatException e) {
            throw wrong("expected a small whole number");
        }
    }

    private JsonPath.Step where() {
        blanks();
        boolean wrapped = take("(");
        blanks();
        expect("@");
        List<JsonPath.Step> steps = new ArrayList<>();
        while (text.startsWith(".", at) || text.startsWith("[", at)) {
            JsonPath.Step step = step();
            if (!(step instanceof JsonPath.Step.Name) && !(step instanceof JsonPath.Step.Index)) {
                throw wrong("inside a comparison only names and numbers are supported");
            }
            steps.add(step);
        }
        blanks();
        boolean unequal = take("!=");
        JsonPath.@Nullable Literal literal = unequal || take("==") ? literal() : null;
        blanks();
        if (text.startsWith("&&", at) || text.startsWith("||", at)) {
            throw wrong("only one comparison is supported");
        }
        if (wrapped) {
            expect(")");
        }
        return new JsonPath.Step.Where(List.copyOf(steps), !unequal, literal);
    }

    private JsonPath.Literal literal() {
        blanks();
        char next = at < text.length() ? text.charAt(at) : ']';
        if (next == '\'' || next == '"') {
            return new JsonPath.Literal(TextNode.valueOf(quoted()));
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return new JsonPath.Literal(word(text.substring(start, at)));
    }

    private JsonNode word(String word) {
        if (word.equals("true") || word.equals("false")) {
            return BooleanNode.valueOf(word.equals("true"));
        }
        if (word.equals("null")) {
            return NullNode.getInstance();
        }
        try {
            return DecimalNode.valueOf(new BigDecimal(word));
        } catch (NumberFormatException e) {
            throw wrong("expected a text in quotes, a number, true, false or null");
        }
    }

    private String quoted() {
        char quote = text.charAt(at++);
        StringBuilder name = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            name.append(text.charAt(at++));
        }
        expect(String.valueOf(quote));
        return name.toString();
    }

    private String name() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at) {
            throw wrong("expected a name; one with other signs than letters, digits and _ is written ['like this']");
        }
        return text.substring(start, at);
    }

    private void digits() {
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean take(String wanted) {
        if (text.startsWith(wanted, at)) {
            at += wanted.length();
            return true;
        }
        return false;
    }

    private void expect(String wanted) {
        if (!take(wanted)) {
            throw wrong("expected " + wanted);
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(what + " (at sign " + (at + 1) + " of " + text + ")");
    }
}
