package dev.rollcall.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each transform does to texts; all are independent of the machine's locale. */
final class TextTransforms {
    private static final List<String> YES = List.of("true", "yes", "y", "1");
    private static final List<String> NO = List.of("false", "no", "n", "0");

    private TextTransforms() {}

    static Transform digits(int width) {
        return Transform.each(text -> {
            StringBuilder digits = new StringBuilder();
            text.chars()
                    .filter(letter -> letter >= '0' && letter <= '9')
                    .forEach(letter -> digits.append((char) letter));
            if (digits.isEmpty()) {
                throw new Unmappable(
                        MappingCode.NOT_A_NUMBER, "found " + Shape.of(text) + ", expected digits among the letters.");
            }
            return "0".repeat(Math.max(0, width - digits.length())) + digits;
        });
    }

    static Transform date(Dates dates) {
        return Transform.each(text -> dates.read(text).toString());
    }

    static Transform number(char decimal) {
        String thousands = decimal == ',' ? "." : ",";
        Pattern form = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
        return Transform.each(text -> {
            String plain = text.replaceAll("[\\s\u00a0\u202f'’]", "")
                    .replace(thousands, "")
                    .replace(decimal, '.');
            if (!form.matcher(plain).matches()) {
                throw new Unmappable(
                        MappingCode.NOT_A_NUMBER,
                        "found " + Shape.of(text) + ", expected a number with " + decimal + " before the decimals.");
            }
            return plain.startsWith("+") ? plain.substring(1) : plain;
        });
    }

    static Transform flag() {
        return Transform.each(text -> {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                throw new Unmappable(
                        MappingCode.NOT_A_FLAG,
                        "found " + Shape.of(text)
                                + ", expected yes, y, true, 1, no, n, false or 0. Use a lookup for others.");
            }
            return Boolean.toString(YES.contains(word));
        });
    }

    static Transform lookup(Map<String, String> entries, @Nullable String otherwise) {
        Map<String, String> table = Map.copyOf(entries);
        String known = String.join(", ", entries.keySet());
        return Transform.each(text -> {
            String found = table.getOrDefault(text, otherwise);
            if (found == null) {
                throw new Unmappable(
                        MappingCode.LOOKUP_MISS,
                        "the lookup has no entry for a value like " + Shape.of(text) + ". Known: " + known
                                + ". Add it, or add `else:`.");
            }
            return found;
        });
    }

    static Transform whenEmpty(String text) {
        List<String> standIn = List.of(text);
        return texts -> texts.isEmpty() ? standIn : texts;
    }

    static Transform split(String separator) {
        return texts -> {
            List<String> parts = new ArrayList<>();
            for (String text : texts) {
                for (String part : text.split(Pattern.quote(separator), -1)) {
                    if (!Texts.isEmpty(part)) {
                        parts.add(part.strip());
                    }
                }
            }
            return parts;
        };
    }

    static Transform where(Pattern pattern) {
        return texts ->
                texts.stream().filter(text -> pattern.matcher(text).matches()).toList();
    }

    static Transform sort() {
        return texts -> texts.size() < 2 ? texts : texts.stream().sorted().toList();
    }

    static Transform first() {
        return texts -> texts.size() < 2 ? texts : texts.subList(0, 1);
    }

    static Transform last() {
        return texts -> texts.size() < 2 ? texts : texts.subList(texts.size() - 1, texts.size());
    }

    static Transform rest() {
        return texts -> texts.size() < 2 ? List.of() : texts.subList(1, texts.size());
    }

    static Transform join(String separator) {
        return texts -> texts.size() < 2 ? texts : List.of(String.join(separator, texts));
    }
}
