package dev.rollcall.api.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next give it as {@code after} to go on; null at the end
 */
record Listed<T>(List<T> items, @Nullable String next) {
    Listed {
        items = List.copyOf(items);
    }

    /** A page that is full may have a next one. */
    static <S, T> Listed<T> of(List<S> found, int limit, Function<S, T> view, Function<S, String> cursor) {
        return new Listed<>(
                found.stream().map(view).toList(), found.size() < limit ? null : cursor.apply(found.getLast()));
    }
}
