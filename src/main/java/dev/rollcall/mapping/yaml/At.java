package dev.rollcall.mapping.yaml;

/** A place in a file somebody wrote; lines are counted from 1. */
public record At(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
