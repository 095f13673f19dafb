package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.Nearest;
import dev.rollcall.source.Header;
import dev.rollcall.source.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns a mapping reads, found in each header once. */
final class Columns {
    private record Found(Header header, List<Integer> positions) {}

    private final List<Selector.Column> columns;

    /** Files are read one after the other, so the last header is nearly always the next; losing a race costs a look-up. */
    private volatile @Nullable Found last;

    Columns(List<Selector.Column> columns) {
        this.columns = List.copyOf(columns);
    }

    @SuppressWarnings("ReferenceEquality")
    List<Integer> in(Header header) {
        Found found = last;
        if (found == null || found.header() != header) {
            Integer[] positions = columns.stream()
                    .map(column -> position(column.text(), header))
                    .toArray(Integer[]::new);
            found = new Found(header, Arrays.asList(positions));
            last = found;
        }
        return found.positions();
    }

    /** A typographic apostrophe is as good as a straight one: spreadsheets change them unasked. */
    private static int position(String name, Header header) {
        int exact = header.indexOf(name);
        if (exact >= 0) {
            return exact;
        }
        for (int i = 0; i < header.names().size(); i++) {
            if (plain(header.names().get(i)).equals(plain(name))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        return name.replace('’', '\'');
    }

    List<Problem> missing(Header header) {
        List<Integer> positions = in(header);
        List<String> unused = new ArrayList<>(header.names());
        positions.stream()
                .filter(position -> position >= 0)
                .forEach(position -> unused.remove(header.names().get(position)));
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (positions.get(i) < 0) {
                problems.add(missing(columns.get(i), unused));
            }
        }
        return List.copyOf(problems);
    }

    private static Problem missing(Selector.Column column, List<String> unused) {
        String guess = Nearest.to(column.text(), unused)
                .map(name -> "The file has a column " + name
                        + ", which nobody reads: was it renamed? Write that name in the mapping.")
                .orElse("Ask for a file with it, or take its line out of the mapping"
                        + (unused.isEmpty() ? "." : "; columns nobody reads: " + String.join(", ", unused) + "."));
        return new Problem(
                column.at().toString(),
                MappingCode.NO_SUCH_COLUMN.id(),
                "the file has no column " + column.text() + ". " + guess);
    }
}
