package dev.rollcall.employee;

import java.text.Normalizer;
import java.util.Locale;

/** Compares text as people read it (acceptance D2, row 102). */
public final class Folding {
    private Folding() {}

    /**
     * Two texts a person would call the same give the same result: blanks around them off, NFKC, full case folding,
     * and the Turkish dotted and dotless i as i.
     */
    public static String fold(String text) {
        String stripped = text.strip();
        if (isPlain(stripped)) {
            return stripped.toLowerCase(Locale.ROOT);
        }
        String folded = Normalizer.normalize(stripped, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC)
                .replace("i\u0307", "i")
                .replace('\u0131', 'i');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }
}
