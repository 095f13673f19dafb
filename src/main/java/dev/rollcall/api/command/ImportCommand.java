package dev.rollcall.api.command;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Operations;
import dev.rollcall.api.RunView;
import dev.rollcall.api.SourceView;
import dev.rollcall.api.UploadView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description =
                "Brings a file in: everybody a source has, so that whoever is missing has left; or a plan's file.")
final class ImportCommand extends DirectoryCommand {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "A CSV file with a header line in UTF-8, an .xlsx workbook, JSON or XML, as its mapping says.")
    private Path file = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Kind kind = new Kind();

    @Option(names = "--dry-run", description = "Shows what would happen, and changes nothing. With --mapping.")
    private boolean dryRun;

    @Option(
            names = "--directory",
            paramLabel = "NAME",
            description = "The directory of the plan's users; not needed where there is one. With --plan.")
    private @Nullable String directory;

    /** What the file is. */
    static final class Kind {
        @Option(
                names = "--mapping",
                paramLabel = "NAME",
                description = "The mapping that says what its columns mean, and the source the users then belong to.")
        private @Nullable String mapping;

        @Option(
                names = "--plan",
                description = "It is updated.csv or created.csv of a dry run: its users are linked, or made at once.")
        @SuppressWarnings("UnusedVariable") // that it was written is what counts
        private boolean plan;
    }

    @Override
    int run(Operations operations, Output output) throws IOException {
        GivenFile given = new GivenFile(file);
        String mapping = kind.mapping;
        if (mapping != null) {
            RunView run = given.importInto(operations, mapping, dryRun);
            return tell(run, operations, output, notEnabled(run, dryRun));
        }
        if (dryRun) {
            throw ApiCode.BAD_REQUEST.at("--dry-run", "a plan's file is taken or not; look at it before.");
        }
        UploadView view = given.upload(operations, directory == null ? only(operations) : directory);
        output.print(
                "uploaded  directory=%s: %s linked, %,d created, %s so already."
                        .formatted(
                                view.directory(),
                                view.linked() == 1 ? "1 user" : "%,d users".formatted(view.linked()),
                                view.created(),
                                view.unchanged() == 1 ? "1 line was" : "%,d lines were".formatted(view.unchanged())),
                view);
        return ExitStatus.DONE;
    }

    private static String only(Operations operations) {
        List<String> all = operations.sources().stream()
                .map(SourceView::directory)
                .distinct()
                .toList();
        if (all.size() != 1) {
            throw ApiCode.BAD_REQUEST.at("--directory", "name one of: " + String.join(", ", all) + ".");
        }
        return all.getFirst();
    }
}
