package dev.rollcall.api.command;

import dev.rollcall.api.Discovery;
import dev.rollcall.api.Operations;
import dev.rollcall.mapping.FieldCensus.Field;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "discover",
        description = "Shows the fields a source really delivers, without a value of anybody, and changes nothing.")
final class DiscoverCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @Option(
            names = "--reference",
            paramLabel = "KEY",
            description = "Looks at the person with this key alone: one who has everything filled, for example.")
    private @Nullable String reference;

    @Override
    int run(Operations operations, Output output) {
        Discovery found = operations.discover(source, reference);
        output.print(text(found), found);
        return ExitStatus.DONE;
    }

    private static String text(Discovery found) {
        int place = found.fields().stream()
                .mapToInt(field -> field.place().length())
                .max()
                .orElse(0);
        StringBuilder text =
                new StringBuilder(("%s: %,d fields in %,d records; A, a and 9 stand for letters and digits."
                                + " unused: no line reads it. never: a line reads it, and no record has anything there.")
                        .formatted(found.source(), found.fields().size(), found.records()));
        for (Field field : found.fields()) {
            text.append("\n  %s %4d %%  %-14s %s%s"
                    .formatted(
                            pad(field.place(), place),
                            field.filled() * 100 / found.records(),
                            field.type(),
                            !field.used() ? "unused " : field.filled() == 0 ? "never  " : "       ",
                            String.join(" · ", field.shapes())));
        }
        if (found.problem() != null) {
            text.append("\n  A run would fail: ").append(found.problem());
        }
        return text.toString();
    }

    private static String pad(String place, int width) {
        return place + " ".repeat(width - place.length());
    }
}
