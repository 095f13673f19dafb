package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "pause", description = "Stops asking a source until it is resumed; dry runs are made.")
final class PauseCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @Override
    int run(Operations operations, Output output) {
        output.print(
                "paused  source=%s: nobody changes until `rollcall resume %s`.".formatted(source, source),
                operations.pause(source));
        return ExitStatus.DONE;
    }
}
