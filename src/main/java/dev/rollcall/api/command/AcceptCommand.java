package dev.rollcall.api.command;

import dev.rollcall.api.ConsentView;
import dev.rollcall.api.Operations;
import dev.rollcall.run.Consents.Consent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "accept",
        description = "Shows what has to be accepted of a source's sub-processor, and writes down who accepts it.")
final class AcceptCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who accepts; without it, the text is only shown.")
    private @Nullable String by;

    @Override
    int run(Operations operations, Output output) {
        ConsentView view = by == null ? operations.consent(source) : operations.accept(source, by);
        Consent given = view.given();
        String state = given == null
                ? "Not accepted yet. To accept it: rollcall accept " + source + " --by NAME"
                : "accepted  source=%s by=%s at=%s version=%s"
                        .formatted(source, given.by(), given.at(), given.version());
        output.print(view.text() + "\n(version " + view.version() + ")\n" + state, view);
        return ExitStatus.DONE;
    }
}
