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
import org.jspecify.annotations.Nullable;

/**
 * What PIT's list of mutants means, as {@code target/mutation.md}: how many each package's tests kill, and every survivor
 * with the reason that is written down for it.
 *
 * <p>Ends with status 1 when fewer than 85 % of a package are killed, or a survivor has no reason.
 */
final class MutationTable {
    private static final Path LIST = Path.of("target/mutation/mutations.csv");
    private static final Path REASONS = Path.of("src/mutation/survivors.txt");
    private static final Path TABLE = Path.of("target/mutation.md");
    private static final Set<String> KILLED = Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR");
    private static final int WANTED_PERCENT = 85;

    private MutationTable() {}

    /** One line of the list. */
    private record Mutant(String inPackage, String type, String mutator, String method, String line, String status) {
        static Mutant of(String line) {
            String[] columns = line.split(",", 7);
            String name = columns[1];
            int dot = name.lastIndexOf('.');
            return new Mutant(
                    name.substring(0, dot),
                    name.substring(dot + 1),
                    columns[2].substring(columns[2].lastIndexOf('.') + 1),
                    columns[3],
                    columns[4],
                    columns[5]);
        }

        boolean isKilled() {
            return KILLED.contains(status);
        }

        /** Without its line: a reason stays true when something is written above it. */
        String place() {
            return type + "." + method + " " + mutator;
        }
    }

    /** How many there are, and how many of them are killed. */
    private record Count(int all, int killed) {
        static final Count NONE = new Count(0, 0);

        Count plus(Mutant mutant) {
            return new Count(all + 1, killed + (mutant.isKilled() ? 1 : 0));
        }

        boolean suffices() {
            return all > 0 && killed * 100 >= all * WANTED_PERCENT;
        }

        String line(String name) {
            return "| %s | %d | %d | %s |\n".formatted(name, all, killed, percent());
        }

        String percent() {
            return all == 0 ? "no mutant" : killed * 100 / all + " %" + (suffices() ? "" : ", **too few**");
        }
    }

    /**
     * Reads PIT's list and writes the table.
     *
     * @param args the packages that are judged, as PIT is told them: {@code dev.rollcall.scope.*,dev.rollcall.plan.*}
     */
    public static void main(String[] args) throws IOException {
        Map<String, Count> packages = new TreeMap<>();
        for (String classes : args[0].split(",", -1)) {
            packages.put(classes.replace(".*", ""), Count.NONE);
        }
        List<Mutant> survivors = new ArrayList<>();
        for (String line : Files.readAllLines(LIST)) {
            Mutant mutant = Mutant.of(line);
            packages.merge(mutant.inPackage(), Count.NONE.plus(mutant), (known, first) -> known.plus(mutant));
            if (!mutant.isKilled()) {
                survivors.add(mutant);
            }
        }
        Map<String, String> reasons = reasons();
        Files.writeString(TABLE, table(packages, survivors, reasons));
        packages.forEach((name, count) -> System.out.println(
                name + ": " + count.killed() + " of " + count.all() + " mutants killed, " + count.percent()));
        long unexplained = survivors.stream()
                .filter(mutant -> !reasons.containsKey(mutant.place()))
                .count();
        System.out.println(survivors.size() + " survive, " + unexplained + " of them without a reason in " + REASONS
                + "; they are listed in " + TABLE);
        boolean suffice = packages.values().stream().allMatch(Count::suffices);
        System.exit(suffice && unexplained == 0 ? 0 : 1);
    }

    private static String table(Map<String, Count> packages, List<Mutant> survivors, Map<String, String> reasons) {
        StringBuilder table = new StringBuilder("# Mutants\n\n| package | mutants | killed | |\n|---|---|---|---|\n");
        packages.forEach((name, count) -> table.append(count.line("`" + name + "`")));
        table.append("\n| survivor | line | | reason |\n|---|---|---|---|\n");
        for (Mutant mutant : survivors) {
            @Nullable String reason = reasons.get(mutant.place());
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            mutant.place(),
                            mutant.line(),
                            mutant.status().equals("NO_COVERAGE") ? "no test comes here" : "",
                            reason == null ? "**none**" : reason));
        }
        return table.toString();
    }

    /** Lines of the form {@code place = reason}. */
    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(REASONS)) {
            int equals = line.indexOf(" = ");
            if (equals > 0) {
                reasons.put(line.substring(0, equals), line.substring(equals + 3));
            }
        }
        return reasons;
    }
}
