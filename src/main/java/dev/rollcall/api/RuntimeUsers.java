package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import dev.rollcall.directory.store.KnownUsers;
import dev.rollcall.directory.store.KnownUsers.Known;
import dev.rollcall.run.HandEdits;
import dev.rollcall.run.SourceLife;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Users in the process that holds the directory: looked up, and changed by an administrator. */
@Service
public class RuntimeUsers implements UserOperations {
    private static final String ADMINISTRATOR = "administrator";

    private final Configuration configuration;
    private final DirectoryNames directories;
    private final KnownUsers users;
    private final HandEdits edits;
    private final SourceLife life;
    private final Clock clock;

    RuntimeUsers(
            Configuration configuration,
            DirectoryNames directories,
            KnownUsers users,
            HandEdits edits,
            SourceLife life,
            Clock clock) {
        this.configuration = configuration;
        this.directories = directories;
        this.users = users;
        this.edits = edits;
        this.life = life;
        this.clock = clock;
    }

    /** How the API tells of a user. */
    public UserView view(String directory, Known user) {
        return UserView.of(user, today(directory));
    }

    /** The date where the directory's days begin and end. */
    public LocalDate today(String directory) {
        return LocalDate.ofInstant(
                clock.instant(), configuration.directory(directory).lifecycle().zone());
    }

    @Override
    public UserView show(String directory, String user) {
        return view(directory, named(directory, user));
    }

    @Override
    public UserView create(String directory, UserEdit edit) {
        directories.require(directory);
        life.requireUsersByHand(directory);
        return view(directory, edits.create(directory, rules(directory).created(edit)));
    }

    @Override
    public UserView edit(String directory, String user, UserEdit edit) {
        return edit(directory, named(directory, user).id(), edit);
    }

    /** The same, for a user known by his id. */
    public UserView edit(String directory, UUID id, UserEdit edit) {
        boolean sets = edit.active() != null || edit.participates() != null;
        if (sets && edit.attributes() == null) {
            return view(directory, edits.set(directory, id, edit.active(), edit.participates()));
        }
        // what can be refused comes first: then nothing has changed
        Known edited = edits.edit(directory, id, rules(directory).edited(edit));
        return view(directory, sets ? edits.set(directory, id, edit.active(), edit.participates()) : edited);
    }

    @Override
    public UserState suspend(String directory, String user, boolean suspended, @Nullable String because) {
        return UserState.of(suspend(directory, named(directory, user).id(), suspended, because));
    }

    /** The same, for a user known by his id. */
    public Known suspend(String directory, UUID id, boolean suspended, @Nullable String because) {
        return suspended
                ? edits.suspend(directory, id, ADMINISTRATOR, because)
                : edits.unsuspend(directory, id, ADMINISTRATOR);
    }

    private HandRules rules(String directory) {
        return new HandRules(configuration.directory(directory));
    }

    private Known named(String directory, String user) {
        directories.require(directory);
        return users.named(directory, user)
                .orElseThrow(() -> ApiCode.NO_SUCH_USER.at(
                        "directory=" + directory,
                        "nobody has this external id, address or id, or several have. See the directory's users."));
    }
}
