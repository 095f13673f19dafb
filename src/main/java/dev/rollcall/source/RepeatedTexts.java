package dev.rollcall.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one field that came lately, with what was made of them.
 *
 * <p>The departments, kinds and dates of a company's people are few and come thousands of times: each is made once and
 * shared, where a text of its own for every record would take longer to fill than to read, and push the rest out of the
 * processor's cache. Learns, and so is of one thread.
 */
public final class RepeatedTexts {
    private static final int PLACE_BITS = 6;
    private static final int PLACES = 1 << PLACE_BITS;
    private static final int LONGEST = 48;
    /** So many more that are new than that came before, and the field is of each person another. */
    private static final int PATIENCE = 200;

    private final Function<String, JsonNode> making;
    private final char[][] texts = new char[PLACES][];
    private final @Nullable JsonNode[] nodes = new @Nullable JsonNode[PLACES];
    private int patience = PATIENCE;

    /** @param making of a text; the same of the same */
    public RepeatedTexts(Function<String, JsonNode> making) {
        this.making = making;
    }

    /** What is made of the text on which the parser stands. */
    public JsonNode read(JsonParser parser) throws IOException {
        if (patience <= 0) {
            return making.apply(parser.getText());
        }
        char[] letters = parser.getTextCharacters();
        int from = parser.getTextOffset();
        int length = parser.getTextLength();
        if (length == 0 || length > LONGEST) {
            return making.apply(new String(letters, from, length));
        }
        int place = place(letters, from, length);
        JsonNode node = nodes[place];
        if (node == null || !Arrays.equals(texts[place], 0, texts[place].length, letters, from, from + length)) {
            texts[place] = Arrays.copyOfRange(letters, from, from + length);
            node = making.apply(new String(letters, from, length));
            nodes[place] = node;
            patience--;
        } else if (patience < PATIENCE) {
            patience++;
        }
        return node;
    }

    /** A few letters tell the values of one field apart; where they do not, the later takes the place. */
    private static int place(char[] letters, int from, int length) {
        int mixed = length + 31 * letters[from] + 131 * letters[from + length / 2] + 17 * letters[from + length - 1];
        return (mixed * 0x9E37_79B9) >>> (Integer.SIZE - PLACE_BITS);
    }
}
