package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import dev.rollcall.directory.store.KnownUsers;
import dev.rollcall.directory.store.KnownUsers.Known;
import dev.rollcall.run.HandEdits;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The administrator's own lock on a user; it outranks every source (acceptance D31). */
@Service
public class Suspensions {
    private static final String ADMINISTRATOR = "administrator";

    private final Configuration configuration;
    private final KnownUsers users;
    private final HandEdits edits;

    Suspensions(Configuration configuration, KnownUsers users, HandEdits edits) {
        this.configuration = configuration;
        this.users = users;
        this.edits = edits;
    }

    UserState set(String directory, String user, boolean suspended, @Nullable String because) {
        if (!configuration.directories().containsKey(directory)) {
            throw ApiCode.NO_SUCH_DIRECTORY.at("directory=" + directory, "no file describes this directory.");
        }
        UUID id = users.named(directory, user)
                .map(Known::id)
                .orElseThrow(() -> ApiCode.NO_SUCH_USER.at(
                        "directory=" + directory,
                        "nobody has this external id, address or id, or several have. See the directory's users."));
        return UserState.of(set(directory, id, suspended, because));
    }

    /** The same, for a user known by his id. */
    public Known set(String directory, UUID id, boolean suspended, @Nullable String because) {
        return suspended
                ? edits.suspend(directory, id, ADMINISTRATOR, because)
                : edits.unsuspend(directory, id, ADMINISTRATOR);
    }
}
