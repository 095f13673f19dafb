package dev.rollcall.source;

import java.io.BufferedReader;
import java.io.IOException;

/** Which character divides the columns, seen from the header line alone. */
final class Delimiter {
    private static final String KNOWN = ",;\t|";
    private static final int LONGEST_HEADER = 64 * 1024;

    private final int[] counts = new int[KNOWN.length()];

    private Delimiter() {}

    /** Looks at the header line and leaves the reader where it was. */
    static Delimiter in(BufferedReader reader) throws IOException {
        Delimiter found = new Delimiter();
        reader.mark(LONGEST_HEADER);
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int next = reader.read();
            boolean lineEnd = next == '\n' || next == '\r';
            if (next < 0 || (lineEnd && begun && !quoted)) {
                break;
            }
            begun |= !lineEnd;
            quoted ^= next == '"';
            int known = KNOWN.indexOf(next);
            if (known >= 0 && !quoted) {
                found.counts[known]++;
            }
        }
        reader.reset();
        return found;
    }

    /** The most frequent one; a header without any is a single column; 0 when two are equally frequent. */
    char mostFrequent() {
        int best = 0;
        boolean tie = false;
        for (int i = 1; i < counts.length; i++) {
            tie = counts[i] == counts[best] ? counts[i] > 0 : tie && counts[i] < counts[best];
            best = counts[i] > counts[best] ? i : best;
        }
        return tie ? 0 : KNOWN.charAt(best);
    }

    /** What the line holds, for an error: never a name, only how many of which. */
    String describe() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                String name = KNOWN.charAt(i) == '\t' ? "tab" : String.valueOf(KNOWN.charAt(i));
                text.append(text.isEmpty() ? "" : ", ")
                        .append(counts[i])
                        .append(" × ")
                        .append(name);
            }
        }
        return text.isEmpty() ? "none of , ; | and tab" : text.toString();
    }

    boolean counts(char delimiter) {
        int known = KNOWN.indexOf(delimiter);
        return known >= 0 && counts[known] > 0;
    }

    boolean any() {
        return !describe().startsWith("none");
    }
}
