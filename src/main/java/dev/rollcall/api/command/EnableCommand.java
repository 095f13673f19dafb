package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.SourceView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "enable", description = "Lets a source's runs apply their plans; before that, all are dry runs.")
final class EnableCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @Option(names = "--untested", description = "Although no dry run of it succeeded under its present configuration.")
    private boolean untested;

    @Option(names = "--unadopted", description = "Although users there are already wait for somebody to link them.")
    private boolean unadopted;

    @Override
    int run(Operations operations, Output output) {
        SourceView view = operations.enable(source, untested, unadopted);
        output.print("enabled  source=%s: its next run applies its plan.".formatted(view.source()), view);
        return ExitStatus.DONE;
    }
}
