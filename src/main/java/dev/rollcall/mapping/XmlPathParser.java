package dev.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code a/b}, {@code a/@b}, {@code a[1]}, {@code a[last()]}, {@code a[@b='c']}, {@code a[b/c='d' and not(e)]}.
 *
 * <p>What vendors' documents add is understood and left out: prefixes ({@code wd:}) and {@code /text()} at the end.
 */
final class XmlPathParser {
    private static final int DEEPEST = 20;

    private final String text;
    private int at;
    private int depth;

    XmlPathParser(String text) {
        this.text = text;
    }

    XmlPath parse() {
        if (text.startsWith("$")) {
            throw wrong("a path in XML is names with / between them");
        }
        if (text.startsWith("/")) {
            throw wrong("a path begins within the record, without /");
        }
        XmlPath path = path();
        if (at < text.length()) {
            throw wrong("expected / or [ or the end");
        }
        return path;
    }

    private XmlPath path() {
        int start = at;
        List<XmlPath.Step> steps = new ArrayList<>();
        String attribute = null;
        if (text.startsWith("..", at)) {
            throw wrong("going upwards (..) is not supported; write a condition in brackets further up");
        }
        boolean more = !take(".") || take("/");
        while (more) {
            if (text.startsWith("/", at)) {
                throw wrong("searching at any depth (//) is not supported; write the whole path");
            }
            if (take("@")) {
                attribute = name();
                break;
            }
            if (take("text()")) {
                break;
            }
            steps.add(step());
            more = take("/");
        }
        return new XmlPath(text.substring(start, at), steps, attribute);
    }

    private XmlPath.Step step() {
        String name = name();
        List<XmlCondition> conditions = new ArrayList<>();
        while (take("[")) {
            if (++depth > DEEPEST) {
                throw wrong("brackets within brackets, too deep");
            }
            conditions.add(bracket());
            depth--;
            blanks();
            expect("]");
        }
        return new XmlPath.Step(name, conditions);
    }

    private XmlCondition bracket() {
        blanks();
        if (take("last()")) {
            return new XmlCondition.Place(0);
        }
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            return any();
        }
        try {
            int place = Integer.parseInt(text, start, at, 10);
            if (place > 0) {
                return new XmlCondition.Place(place);
            }
        } catch (NumberFormatException tooLarge) {
            // told below
        }
        throw wrong("places are counted from 1");
    }

    private XmlCondition any() {
        List<XmlCondition> conditions = new ArrayList<>(List.of(all()));
        while (word("or")) {
            conditions.add(all());
        }
        return conditions.size() == 1 ? conditions.getFirst() : new XmlCondition.Several(conditions, false);
    }

    private XmlCondition all() {
        List<XmlCondition> conditions = new ArrayList<>(List.of(one()));
        while (word("and")) {
            conditions.add(one());
        }
        return conditions.size() == 1 ? conditions.getFirst() : new XmlCondition.Several(conditions, true);
    }

    private XmlCondition one() {
        blanks();
        boolean not = take("not(");
        if (not || take("(")) {
            if (++depth > DEEPEST) {
                throw wrong("brackets within brackets, too deep");
            }
            XmlCondition within = any();
            depth--;
            blanks();
            expect(")");
            return not ? new XmlCondition.Not(within) : within;
        }
        XmlPath path = path();
        blanks();
        boolean unequal = take("!=");
        if (!unequal && !take("=")) {
            return new XmlCondition.Leads(path, null);
        }
        take("="); // == as in JSON paths
        XmlCondition equal = new XmlCondition.Leads(path, quoted());
        return unequal ? new XmlCondition.Not(equal) : equal;
    }

    private String quoted() {
        blanks();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw wrong("expected a text in quotes");
        }
        String found = text.substring(at + 1, end);
        at = end + 1;
        return found;
    }

    private String name() {
        int start = at;
        while (at < text.length() && isInName(text.charAt(at))) {
            at++;
        }
        if (take(":")) {
            return name();
        }
        if (start == at || !(Character.isLetter(text.charAt(start)) || text.charAt(start) == '_')) {
            at = start;
            throw wrong(
                    text.startsWith("*", at)
                            ? "a name is needed; * for any is not supported"
                            : "expected a name of an element, or @ and that of an attribute");
        }
        return text.substring(start, at);
    }

    private static boolean isInName(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == '.';
    }

    private boolean word(String wanted) {
        blanks();
        int end = at + wanted.length();
        return (end >= text.length() || !isInName(text.charAt(end))) && take(wanted);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
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

    /** What somebody probably meant by a path that is none. */
    static @Nullable String meant(String text) {
        String guess = text;
        if (guess.startsWith("$.")) {
            guess = guess.substring(2).replace("[*]", "").replace('.', '/');
        }
        guess = guess.replace("//", "/");
        guess = guess.startsWith("/") ? guess.substring(1) : guess;
        try {
            return guess.equals(text) ? null : XmlPath.compile(guess).text();
        } catch (IllegalArgumentException alsoWrong) {
            return null;
        }
    }
}
