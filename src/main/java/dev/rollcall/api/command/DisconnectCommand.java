package dev.rollcall.api.command;

import dev.rollcall.api.DisconnectionView;
import dev.rollcall.api.Operations;
import dev.rollcall.api.RunView;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "disconnect", description = "Ends a source: it is not asked any more, and its people are forgotten.")
final class DisconnectCommand extends DirectoryCommand {
    @Parameters(paramLabel = "SOURCE", description = "The source, as its mapping is named.")
    private String source = "";

    @ArgGroup(multiplicity = "1")
    private Users users = new Users();

    /** What becomes of its users; one of the two has to be said. */
    static final class Users {
        @Option(names = "--keep-users", description = "Nobody loses access; only people manage them from now on.")
        @SuppressWarnings("UnusedVariable") // that it was written is what counts
        private boolean keep;

        @Option(
                names = "--remove-users",
                description = "Plans that all of them have left. The plan is held until somebody releases it.")
        private boolean remove;
    }

    @Override
    int run(Operations operations, Output output) {
        DisconnectionView view = operations.disconnect(source, users.remove);
        RunView plan = view.plan();
        if (plan == null) {
            output.print(
                    "disconnected  source=%s: %s no external id any more, and nothing else changes."
                            .formatted(
                                    source,
                                    view.unlinked() == 1 ? "1 user has" : "%,d users have".formatted(view.unlinked())),
                    view);
            return ExitStatus.DONE;
        }
        output.print(
                "disconnected  source=%s: %s. See /api/runs/%s/plan; apply them with `rollcall release %s`, or keep the users with `rollcall reject %s`."
                        .formatted(
                                source,
                                plan.counts().held() == 1
                                        ? "1 loss of access is held"
                                        : "%,d losses of access are held"
                                                .formatted(plan.counts().held()),
                                plan.id(),
                                plan.id(),
                                plan.id()),
                view);
        return plan.counts().held() > 0 ? ExitStatus.HELD : ExitStatus.DONE;
    }
}
