package dev.rollcall.api.command;

import dev.rollcall.api.Operations;
import dev.rollcall.api.UserEdit;
import dev.rollcall.api.UserView;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Makes a user whom no source knows, with access; no run touches him.")
final class CreateUserCommand extends DirectoryCommand {
    @Parameters(index = "0", paramLabel = "DIRECTORY", description = "The directory, as its file is named.")
    private String directory = "";

    @Parameters(index = "1..*", paramLabel = "NAME=VALUE", arity = "1..*", description = GivenValues.DESCRIPTION)
    private List<String> values = new ArrayList<>();

    @Override
    int run(Operations operations, Output output) {
        UserView view = operations.users().create(directory, new UserEdit(GivenValues.of(values), null, null));
        output.print(UserText.of(view), view);
        return ExitStatus.DONE;
    }
}
