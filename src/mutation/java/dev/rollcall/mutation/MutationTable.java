package dev.rollcall.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What PIT's list of mutants means, as {@code target/mutation.md}: how many each package's tests kill, and every survivor
 * with the reason that is written down for it.
 *
 * <p>Ends with status 1 when fewer than 85 % are killed.
 */
final class MutationTable {
    private static final Path LIST = Path.of("target/mutation/mutations.csv");
    private static final Path REASONS = Path.of("src/mutation/survivors.txt");
    private static final Path TABLE = Path.of("target/mutation.md");
    private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");
    private static final int WANTED_PERCENT = 85;

    private MutationTable() {}

    /** One line of the list. */
    private record Mutant(String type, String mutator, String method, String line, String status) {
        static Mutant of(String line) {
            String[] columns = line.split(",", 7);
            return new Mutant(last(columns[1]), last(columns[2]), columns[3], columns[4], columns[5]);
        }

        boolean isKilled() {
            return KILLED.contains(status);
        }

        /** Without its line: a reason stays true when something is written above it. */
        String place() {
            return type + "." + method + " " + mutator;
        }

        private static String last(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }

    /** How many there are, and how many of them are killed. */
    private record Count(int all, int killed) {
        Count plus(Mutant mutant) {
            return new Count(all + 1, killed + (mutant.isKilled() ? 1 : 0));
        }

        int percent() {
            return all == 0 ? 0 : killed * 100 / all;
        }

        String line(String name) {
            return "| %s | %d | %d | %d %% |\n".formatted(name, all, killed, percent());
        }
    }

    /** Reads PIT's list and writes the table. */
    public static void main(String[] args) throws IOException {
        Map<String, String> reasons = reasons();
        Map<String, Count> packages = new TreeMap<>();
        Count total = new Count(0, 0);
        List<Mutant> survivors = new ArrayList<>();
        for (String line : Files.readAllLines(LIST)) {
            Mutant mutant = Mutant.of(line);
            String name = line.split("\\.", 5)[3];
            packages.merge(name, new Count(0, 0).plus(mutant), (known, none) -> known.plus(mutant));
            total = total.plus(mutant);
            if (!mutant.isKilled()) {
                survivors.add(mutant);
            }
        }
        StringBuilder table = new StringBuilder("# Mutants\n\n| package | mutants | killed | |\n|---|---|---|---|\n");
        packages.forEach((name, count) -> table.append(count.line("`" + name + "`")));
        table.append(total.line("all")).append("\n| survivor | line | | reason |\n|---|---|---|---|\n");
        survivors.forEach(mutant -> table.append("| `%s` | %s | %s | %s |\n"
                .formatted(
                        mutant.place(),
                        mutant.line(),
                        mutant.status().equals("NO_COVERAGE") ? "no test comes here" : "",
                        reasons.getOrDefault(mutant.place(), "**none**"))));
        Files.writeString(TABLE, table);
        System.out.println(total.killed() + " of " + total.all() + " mutants killed, " + total.percent()
                + " %; the survivors are in " + TABLE);
        System.exit(total.percent() < WANTED_PERCENT ? 1 : 0);
    }

    /** Lines of the form {@code place = reason}. */
    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        if (Files.exists(REASONS)) {
            for (String line : Files.readAllLines(REASONS)) {
                int equals = line.indexOf(" = ");
                if (equals > 0) {
                    reasons.put(line.substring(0, equals), line.substring(equals + 3));
                }
            }
        }
        return reasons;
    }
}
