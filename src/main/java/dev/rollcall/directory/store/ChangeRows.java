package dev.rollcall.directory.store;

/** Rows of the table of changes: of a user as he is, once something was done to him. */
public final class ChangeRows {
    private ChangeRows() {}

    /**
     * A statement that tells of users; where they come from, under the name {@code u}, is to follow. Its parameters are
     * those of the expressions in their order, and then the time.
     *
     * @param kind as all here, an expression of SQL
     * @param changed names of attributes
     * @param events names of lifecycle events
     */
    public static String tell(String kind, String reason, String run, String changed, String events) {
        return """
                INSERT INTO change
                    (directory, user_id, user_version, kind, reason, run, changed, events, at, external_id, access, email,
                     manager_id, additional_manager_ids, profile, participates, suspended)
                SELECT u.directory, u.id, u.version, %s, %s, %s, %s, %s, ?, u.external_id, u.access, u.email,
                       u.manager_id, u.additional_manager_ids, u.profile, u.participates, u.suspended
                """.formatted(kind, reason, run, changed, events);
    }

    /** A condition: whether this user ever had access. */
    public static String hadAccess(String user) {
        return "EXISTS (SELECT FROM change c WHERE c.user_id = " + user + " AND c.access = 'ACTIVE')";
    }
}
