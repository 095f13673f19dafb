package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.RunRequest;
import dev.rollcall.api.RunView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "run", description = "Asks a source now, and waits for the end of its run.")
final class RunCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @Option(names = "--full", description = "Reads everything, also where only changes would do.")
    private boolean full;

    @Option(
            names = "--allow-empty",
            description = "The source is really empty: without this, an empty snapshot fails the run.")
    private boolean allowEmpty;

    @Override
    int run(Operations operations, Output output) {
        RunView run = operations.run(source, new RunRequest(false, full, allowEmpty));
        return tell(run, operations, output, notEnabled(run, false));
    }
}
