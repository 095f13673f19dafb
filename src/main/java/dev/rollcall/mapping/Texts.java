package dev.rollcall.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What counts as a text. */
final class Texts {
    private Texts() {}

    /** Blanks only, the no-break space among them, count as nothing. */
    static boolean isEmpty(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter > ' ' && !Character.isWhitespace(letter) && !Character.isSpaceChar(letter)) {
                return false;
            }
            if (letter <= ' ' && letter != ' ' && (letter < '\t' || letter > '\r')) {
                return false;
            }
        }
        return true;
    }

    /** The one of these; null when there is none. Two equal ones are one, two different ones are none. */
    static @Nullable String one(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        String first = texts.get(0);
        for (int i = 1; i < texts.size(); i++) {
            if (!texts.get(i).equals(first)) {
                throw new Unmappable(
                        MappingCode.SEVERAL_VALUES,
                        "found " + texts.size()
                                + " values, expected one. Choose under then: by where, by sort and first,"
                                + " or put them together by join.");
            }
        }
        return first;
    }

    /** PostgreSQL cannot keep a NUL, and UTF-8 not half of a surrogate pair: refused here, before a COPY fails. */
    static String storable(String text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= text.charAt(i);
        }
        // no letter of most texts has the bits of a surrogate, and then the slow look is not needed
        boolean mayHoldSurrogates = (bits & Character.MIN_SURROGATE) == Character.MIN_SURROGATE;
        return mayHoldSurrogates || text.indexOf(0) >= 0 ? checked(text) : text;
    }

    private static String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 0) {
                throw notStorable(i);
            }
            if (Character.isSurrogate(letter)) {
                boolean pair = Character.isHighSurrogate(letter)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw notStorable(i);
                }
                i++;
            }
        }
        return text;
    }

    private static Unmappable notStorable(int position) {
        return new Unmappable(
                MappingCode.NOT_STORABLE,
                "sign " + (position + 1)
                        + " is a NUL or half of a pair, which no text may hold. Correct it in the source.");
    }
}
