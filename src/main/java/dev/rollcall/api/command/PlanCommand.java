package dev.rollcall.api.command;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Operations;
import dev.rollcall.api.RunRequest;
import dev.rollcall.api.RunView;
import dev.rollcall.run.Plans.Category;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "plan", description = "Shows what a run of the source would do, and changes nothing (a dry run).")
final class PlanCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @Option(
            names = "--file",
            paramLabel = "F",
            description = "Takes this file in place of what the source sends: CSV, JSON or XML, as its mapping says.")
    private @Nullable Path file;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Writes created.csv, updated.csv and deleted.csv there, those that have a line.")
    private @Nullable Path out;

    @Override
    int run(Operations operations, Output output) throws IOException {
        RunView run = file == null
                ? operations.run(source, new RunRequest(true, true, false))
                : new GivenFile(file).importInto(operations, source, true);
        StringBuilder written = new StringBuilder();
        if (out != null && !run.hasFailed()) {
            Path folder = folder(out);
            for (Category category : Category.values()) {
                String name = category.name().toLowerCase(Locale.ROOT) + ".csv";
                if (write(operations, run, category, folder.resolve(name))) {
                    written.append("\n    ").append(folder.resolve(name));
                }
            }
        }
        return tell(run, operations, output, written.toString());
    }

    private static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw ApiCode.NO_FILE.at(folder.toString(), "the folder cannot be made. Name another one with --out.");
        }
    }

    /** The file holds names, so only its owner may read it; and there is none where there would be no line. */
    private static boolean write(Operations operations, RunView run, Category category, Path target)
            throws IOException {
        Path fresh = Files.createTempFile(target.toAbsolutePath().getParent(), ".plan", null);
        try {
            boolean any;
            try (OutputStream content = Files.newOutputStream(fresh)) {
                any = operations.writePlan(run.id(), category, content);
            }
            if (any) {
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(target);
            }
            return any;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
