package dev.rollcall.mapping.yaml;

import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems, so that an integrator sees all of them at once. Not thread-safe. */
public final class Problems {
    private record Found(At at, Problem problem) {}

    private final List<Found> found = new ArrayList<>();

    public void add(At at, Code code, String message) {
        found.add(new Found(at, new Problem(at.toString(), code.id(), message)));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    /** In the order of files and lines. */
    public List<Problem> list() {
        return found.stream()
                .sorted(Comparator.comparing((Found each) -> each.at().file())
                        .thenComparingInt(each -> each.at().line()))
                .map(Found::problem)
                .distinct()
                .toList();
    }
}
