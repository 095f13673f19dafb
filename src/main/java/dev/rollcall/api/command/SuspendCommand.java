package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.UserState;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "suspend", description = "Locks a user out, whatever his sources say, until he is let in again.")
final class SuspendCommand extends DirectoryCommand {
    @Parameters(paramLabel = "USER", description = "External id, e-mail address or id.")
    private String user = "";

    @Option(names = "--directory", paramLabel = "NAME", required = true, description = "The directory he is in.")
    private String directory = "";

    @Option(names = "--because", paramLabel = "TEXT", description = "Why; it is kept with the user.")
    private @Nullable String because;

    @Option(names = "--end", description = "Lets the user in again, as far as his sources do.")
    private boolean end;

    @Override
    int run(Operations operations, Output output) {
        UserState state = operations.users().suspend(directory, user, !end, because);
        output.print(
                (state.suspended() ? "suspended  user=" : "let in again  user=") + state.id() + ": "
                        + (state.active() ? "has access." : "has no access."),
                state);
        return ExitStatus.DONE;
    }
}
