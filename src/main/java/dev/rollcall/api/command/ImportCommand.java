package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.RunView;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Brings a CSV file in as everybody the source has: whoever is missing in it has left.")
final class ImportCommand extends DirectoryCommand {
    @Parameters(paramLabel = "FILE", description = "A CSV file with a header line, in UTF-8.")
    private Path file = Path.of("");

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            required = true,
            description = "The mapping that says what its columns mean, and the source the users then belong to.")
    private String mapping = "";

    @Option(names = "--dry-run", description = "Shows what would happen, and changes nothing.")
    private boolean dryRun;

    @Override
    int run(Operations operations, Output output) throws IOException {
        RunView run = new GivenFile(file).importInto(operations, mapping, dryRun);
        return tell(run, operations, output, notEnabled(run, dryRun));
    }
}
