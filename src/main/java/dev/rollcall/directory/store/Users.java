package dev.rollcall.directory.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Applies a plan's actions to the users, and writes one change for each, in the caller's transaction.
 *
 * <p>This is the one place that can take a user's access.
 */
public final class Users {
    private final JdbcTemplate sql;
    private final String directory;

    public Users(JdbcTemplate sql, String directory) {
        this.sql = sql;
        this.directory = directory;
    }

    /**
     * Applies every action in state PLANNED, after {@link Managers#resolve}.
     *
     * @return how many changes were written
     */
    public long apply(String run, Instant now) {
        Timestamp at = Timestamp.from(now);
        create(run, at);
        change(run, at);
        new AdditionalManagers(sql, directory).apply(run);
        keys(run);
        segments(run, at);
        long changes =
                sql.update(ChangeRows.tell("a.kind", "a.reason", "a.run", "a.changed", "a.events") + """
                FROM plan_action a JOIN directory_user u ON u.id = a.user_id
                WHERE a.run = ? AND a.state = 'PLANNED'
                ORDER BY a.seq""", at, run);
        new Anonymisation(sql, directory).apply(run, at);
        return changes;
    }

    private void create(String run, Timestamp at) {
        sql.update("""
                INSERT INTO directory_user
                    (id, directory, external_id, version, access, email, email_key, profile, manager_id, manager_ref,
                     manager_by, manager_source, manager_open, created_at, updated_at, next_transition_at, participates,
                     participation_at, previous_user, group_value, start_date)
                SELECT a.user_id, ?, a.external_id, 1, a.access, a.email, a.email_key, a.profile,
                       nullif(m.user_id, a.user_id), a.manager_ref, a.manager_by, a.manager_source,
                       a.manager_ref IS NOT NULL AND m.user_id IS NULL, ?, ?, a.next_transition_at, a.participates,
                       a.participation_at, a.previous_user, a.group_value, a.start_date
                FROM plan_action a
                LEFT JOIN manager_found m ON m.by = a.manager_by AND m.source = a.manager_source AND m.ref = a.manager_ref
                WHERE a.run = ? AND a.state = 'PLANNED' AND a.kind = 'CREATE'""", directory, at, at, run);
    }

    private void change(String run, Timestamp at) {
        sql.update("""
                UPDATE directory_user u SET
                    version = u.version + 1, external_id = a.external_id,
                    access = a.access, email = a.email, email_key = a.email_key, profile = a.profile,
                    participates = a.participates, participation_at = a.participation_at,
                    deprovisions_at = a.deprovisions_at, group_value = a.group_value, start_date = a.start_date,
                    -- a reference that names nobody known leaves the present manager where he is
                    manager_id = CASE WHEN a.manager_ref IS NULL THEN NULL
                                      WHEN m.user_id IS NULL THEN u.manager_id
                                      ELSE nullif(m.user_id, u.id) END,
                    manager_ref = a.manager_ref, manager_by = a.manager_by,
                    manager_source = coalesce(a.manager_source, u.manager_source),
                    manager_open = a.manager_ref IS NOT NULL AND m.user_id IS NULL,
                    updated_at = ?, next_transition_at = a.next_transition_at,
                    access_ended_at = CASE WHEN a.access = 'ACTIVE' THEN NULL
                                           WHEN u.access IN ('ACTIVE', 'PRE_HIRE') THEN ?
                                           ELSE u.access_ended_at END,
                    -- that somebody's manager became known says nothing of what was done by hand or decided about him
                    edited = u.edited AND a.reason = 'manager-known',
                    kept_against = CASE WHEN a.reason = 'manager-known' THEN u.kept_against END,
                    held_for = CASE WHEN a.reason = 'manager-known' THEN u.held_for END
                FROM decided d
                JOIN plan_action a ON a.run = ? AND a.seq = d.seq
                LEFT JOIN manager_found m
                  ON m.by = a.manager_by AND m.source = a.manager_source AND m.ref = a.manager_ref
                WHERE d.state = 'PLANNED' AND d.kind <> 'CREATE'
                  AND u.id = a.user_id AND u.version = a.user_version AND u.directory = ?""", at, at, run, directory);
    }

    /** What users are matched by, where the directory asks for it. */
    private void keys(String run) {
        sql.update("""
                DELETE FROM user_key k USING plan_action a
                WHERE a.run = ? AND a.state = 'PLANNED' AND a.match_keys IS NOT NULL AND k.user_id = a.user_id
                  AND k.directory = ?""", run, directory);
        sql.update("""
                INSERT INTO user_key
                SELECT DISTINCT ?, unnest(a.match_keys), a.user_id
                FROM plan_action a WHERE a.run = ? AND a.state = 'PLANNED' AND a.match_keys IS NOT NULL
                ON CONFLICT DO NOTHING""", directory, run);
    }

    /** A value seen for the first time becomes a segment (acceptance row 62). */
    private void segments(String run, Timestamp at) {
        sql.update("""
                INSERT INTO segment
                SELECT DISTINCT ?, split_part(each, '=', 1), substr(each, strpos(each, '=') + 1), a.run, ?::timestamptz
                FROM plan_action a, unnest(a.segments) each
                WHERE a.run = ? AND a.state = 'PLANNED' AND a.segments IS NOT NULL
                ON CONFLICT DO NOTHING""", directory, at, run);
    }

    /**
     * Holds on to those whom the source had before its configuration changed, and of whom its first run after that read
     * nothing: what a later run makes of them is as new as if it were the first (acceptance D29).
     */
    public void holdUnheard(StagedTable staged, String source) {
        sql.execute(
                "CREATE TEMP TABLE unheard (user_id uuid NOT NULL, key text COLLATE \"C\" NOT NULL) ON COMMIT DROP");
        int unheard = sql.update("""
                INSERT INTO unheard
                SELECT e.user_id, e.key
                FROM employee e
                WHERE e.directory = ? AND e.source = ? AND e.evidence = 'PRESENT' AND e.user_id IS NOT NULL
                  AND NOT EXISTS (SELECT FROM %s s WHERE s.key = e.key AND s.kind IN ('accepted', 'left'))""".formatted(staged.sql()), directory, source);
        if (unheard == 0) {
            return;
        }
        sql.update("""
                UPDATE directory_user u SET held_for = 'configuration'
                FROM unheard h
                WHERE u.id = h.user_id AND u.access IN ('ACTIVE', 'PRE_HIRE') AND u.held_for IS NULL""");
        sql.update("""
                UPDATE employee e SET pending = true
                FROM unheard h WHERE e.directory = ? AND e.source = ? AND e.key = h.key AND NOT e.pending""", directory, source);
    }

    /** Lets the calendar look at those whose action a release found outdated, and whose source will not speak again. */
    public void lookAgain(String run, Instant now) {
        sql.update("""
                UPDATE directory_user u SET next_transition_at = ?
                FROM plan_action a
                WHERE a.run = ? AND a.state = 'SKIPPED' AND u.id = a.user_id
                  AND EXISTS (SELECT FROM employee e
                              JOIN source s ON s.directory = e.directory AND s.name = e.source
                              WHERE e.user_id = u.id AND s.disconnected_at IS NOT NULL)""", Timestamp.from(now), run);
    }

    /** Lets the calendar plan anew what a run holds, of users and of those who are to become some. */
    public void planAnew(String run, Instant now) {
        sql.update("""
                UPDATE directory_user u SET next_transition_at = ?
                FROM plan_action a
                WHERE a.run = ? AND a.state = 'HELD' AND u.id = a.user_id""", Timestamp.from(now), run);
        sql.update("""
                UPDATE employee e SET due_at = ?
                FROM plan_action a
                WHERE a.run = ? AND a.state = 'HELD' AND a.kind = 'CREATE'
                  AND e.directory = ? AND e.source = a.source AND e.key = a.key AND e.user_id IS NULL""", Timestamp.from(now), run, directory);
    }

    /** Remembers whose loss of access waits since the configuration changed, and forgets what no longer holds. */
    public void markHeld(Touched touched, Instant now) {
        @Nullable String source = touched.source();
        sql.update("""
                UPDATE directory_user u SET held_for = 'configuration'
                FROM decided a
                WHERE a.state = 'HELD' AND a.obstacle = 'CONFIGURATION_CHANGED' AND u.id = a.user_id
                  AND u.held_for IS NULL""");
        sql.update("""
                UPDATE directory_user u SET
                    edited = false,
                    held_for = CASE WHEN m.heard AND NOT m.held THEN NULL ELSE u.held_for END,
                    kept_against = CASE WHEN m.suppressed THEN u.kept_against END
                FROM (
                    SELECT u.id,
                           -- whom his source did not speak of is not seen to be well
                           coalesce(bool_and(e.evidence <> 'PRESENT' OR coalesce(s.kind IN ('accepted', 'left'), false))
                                    FILTER (WHERE e.source = ?), false) AS heard,
                           bool_or(coalesce(a.state = 'HELD', false)) AS held,
                           bool_or(coalesce(a.state = 'SUPPRESSED', false)) AS suppressed
                    FROM directory_user u
                    JOIN employee e ON e.user_id = u.id
                    JOIN touched t ON t.source = e.source AND t.key = e.key
                    LEFT JOIN %s s ON s.ctid = t.staged
                    LEFT JOIN decided a ON a.user_id = u.id
                    WHERE u.directory = ? AND (u.edited OR u.held_for IS NOT NULL OR u.kept_against IS NOT NULL)
                    GROUP BY u.id) m
                WHERE u.id = m.id
                  AND (u.edited
                       OR u.held_for IS NOT NULL AND m.heard AND NOT m.held
                       OR u.kept_against IS NOT NULL AND NOT m.suppressed)""".formatted(touched.records()), source, directory);
        sql.update("""
                UPDATE directory_user u SET next_transition_at = s.next_at
                FROM scheduled s WHERE u.id = s.user_id AND u.next_transition_at IS DISTINCT FROM s.next_at""");
        // whoever was due and waits for a person is not due again until something changes
        sql.update("""
                UPDATE directory_user u SET next_transition_at = NULL
                FROM employee e
                WHERE u.directory = ? AND u.next_transition_at <= ? AND e.user_id = u.id
                  AND (?::text IS NULL OR e.source = ?)""", directory, Timestamp.from(now), source, source);
    }
}
