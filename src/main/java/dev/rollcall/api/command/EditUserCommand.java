package dev.rollcall.api.command;

import dev.rollcall.api.UserEdit;
import dev.rollcall.api.UserOperations;
import dev.rollcall.api.UserView;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "edit",
        description = "Changes values of a user; the next run of a source that manages him sets back what it carries.")
final class EditUserCommand extends NamedUserCommand {
    @Parameters(
            index = "2..*",
            paramLabel = "NAME=VALUE",
            arity = "1..*",
            description = GivenValues.DESCRIPTION + " NAME= takes a value away.")
    private List<String> values = new ArrayList<>();

    @Override
    UserView run(UserOperations users, String directory, String user) {
        return users.edit(directory, user, new UserEdit(GivenValues.of(values), null, null));
    }
}
