package dev.rollcall.api;

import org.jspecify.annotations.Nullable;

/** What a person can ask about users, and do to them by hand; a user is named by external id, address or id. */
public interface UserOperations {
    UserView show(String directory, String user);

    /** Makes a user with access whom no source knows. */
    UserView create(String directory, UserEdit edit);

    /** Changes what is named; the next run of the user's source realigns what it carries (acceptance rows 71, 72). */
    UserView edit(String directory, String user, UserEdit edit);

    /**
     * Locks a user out, or lets him in again (acceptance D31).
     *
     * @param because why; kept with a user who is locked out
     */
    UserState suspend(String directory, String user, boolean suspended, @Nullable String because);
}
