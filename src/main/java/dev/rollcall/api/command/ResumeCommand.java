package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "resume", description = "Goes on with a source that was paused.")
final class ResumeCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @Override
    int run(Operations operations, Output output) {
        output.print("resumed  source=%s.".formatted(source), operations.resume(source));
        return ExitStatus.DONE;
    }
}
