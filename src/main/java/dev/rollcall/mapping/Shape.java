package dev.rollcall.mapping;

/** What a value looks like without being it: {@code 31/03/2026} is {@code 99/99/9999}. Personal values are never printed. */
public final class Shape {
    private static final int LONGEST = 40;

    private Shape() {}

    public static String of(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(letter -> shape.appendCodePoint(stand(letter)));
        return text.codePointCount(0, text.length()) > LONGEST ? shape + "…" : shape.toString();
    }

    private static int stand(int letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        if (Character.isUpperCase(letter)) {
            return 'A';
        }
        if (Character.isLetter(letter)) {
            return 'a';
        }
        return letter < ' ' || letter > '~' ? '?' : letter;
    }
}
