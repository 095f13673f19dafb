package dev.rollcall.source;

/**
 * Where a record came from.
 *
 * @param document a file name, or {@code page 3} of an answer
 * @param position line in a file, counted from 1; place on a page, counted from 1
 */
public record Origin(String document, long position) {
    @Override
    public String toString() {
        return document + ":" + position;
    }
}
