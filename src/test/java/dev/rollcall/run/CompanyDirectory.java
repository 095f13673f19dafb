package dev.rollcall.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.company.Fetch;
import dev.rollcall.company.Rules;
import dev.rollcall.company.Sent;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.EmploymentStatus;
import dev.rollcall.employee.Profile;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Action;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.Problem;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

/** The engine as a made-up company sees it: fetches go in, users come out. */
public final class CompanyDirectory implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Engine engine;
    /** In the order in which they ran: the clock stands still for as long as a day's runs take. */
    private final List<RunId> runs = new ArrayList<>();

    public CompanyDirectory(DataSource dataSource, Rules rules) {
        String complement = rules.complement();
        engine = new Engine(dataSource)
                .directory(rules.text(), complement == null ? new String[0] : new String[] {complement});
        rules.everySource().forEach(source -> engine.source(source, Scope.EVERYBODY, "1"));
    }

    /** Time goes by, and nobody looks at the calendar. */
    public void turnsTo(Instant now) {
        engine.clock.turnTo(now.toString());
    }

    /** What is due is done. */
    public void passes() {
        engine.clockRun().forEach(summary -> runs.add(summary.run()));
    }

    /** Somebody releases every plan that is held, the oldest first. */
    public void releases() {
        Set<String> held = Set.copyOf(engine.sql.queryForList(
                "SELECT id FROM run WHERE directory = ? AND state = 'HELD'", String.class, engine.directory));
        runs.removeIf(run -> !held.contains(run.value()));
        runs.forEach(run -> engine.decisions().release(run));
    }

    /** What a source's delivery led to. */
    public record Heard(String plan, long applied) {}

    /**
     * A source delivers.
     *
     * @return the plan as JSON, without the users' own ids
     */
    public Heard hears(Fetch fetch, int pageSize) {
        List<MappingResult> records = new ArrayList<>();
        fetch.records().forEach(sent -> records.add(mapped(sent)));
        if (fetch.keyless()) {
            records.add(Person.unreadable());
        }
        return switch (fetch.kind()) {
            case FULL -> settled(fetch.source(), new Snapshot.Full(new Proof.DoneFile("x.done")), records, pageSize);
            case UNPROVEN -> settled(fetch.source(), new Snapshot.Unproven("made up"), records, pageSize);
            case DELTA -> settled(fetch.source(), new Snapshot.Delta(), records, pageSize);
            case BROKEN -> {
                Run run = engine.open(fetch.source(), Trigger.SCHEDULE);
                engine.runs().stage(new MappedPage(run.id(), 0, records));
                engine.runs().abort(run.id(), new Problem("test", "TEST-1", "cut on purpose"));
                yield new Heard("", 0);
            }
        };
    }

    private Heard settled(String source, Snapshot snapshot, List<MappingResult> records, int pageSize) {
        RunSummary summary = engine.run(source, Trigger.SCHEDULE, snapshot, records, pageSize);
        if (summary.state() != RunSummary.State.APPLIED && summary.state() != RunSummary.State.HELD) {
            throw new AssertionError(summary.toString());
        }
        runs.add(summary.run());
        List<Map<String, Object>> plan = new ArrayList<>();
        long applied = 0;
        for (PlannedAction action : engine.plan(summary.run())) {
            Map<String, Object> fields = JSON.convertValue(action, new TypeReference<>() {});
            fields.remove("user");
            plan.add(fields);
            applied += action.state() == Action.State.PLANNED || action.state() == Action.State.APPLIED ? 1 : 0;
        }
        try {
            return new Heard(JSON.writeValueAsString(plan), applied);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Somebody whom an administrator made, and no source knows. */
    public void byHand(String email) {
        engine.sql.update(
                "INSERT INTO directory_user (id, directory, version, access, email, email_key, profile, created_at,"
                        + " updated_at) VALUES (gen_random_uuid(), ?, 0, 'ACTIVE', ?, ?, '{}', now(), now())",
                engine.directory,
                email,
                email);
    }

    /** Everything about everybody whom these sources do not manage, as text. */
    public List<String> unmanaged() {
        return engine.sql.queryForList(
                "SELECT u::text FROM directory_user u WHERE directory = ? AND external_id IS NULL"
                        + " AND access <> 'DEPROVISIONED' ORDER BY id",
                String.class,
                engine.directory);
    }

    private static MappingResult mapped(Sent sent) {
        Person person = Person.person(sent.key())
                .number("n" + sent.person())
                .email(sent.email())
                .status(
                        switch (sent.status()) {
                            case ACTIVE -> EmploymentStatus.ACTIVE;
                            case LEAVE -> EmploymentStatus.LEAVE;
                            case INACTIVE -> EmploymentStatus.INACTIVE;
                        });
        if (sent.start() != null) {
            person = person.starts(sent.start().toString());
        }
        if (sent.title() != null) {
            person = person.title(sent.title());
        }
        if (sent.end() != null) {
            person = person.ends(sent.end().toString());
        }
        return sent.damaged() ? person.rejected() : person.mapped();
    }

    /** Everybody with access whom a source manages, by number, and what is seen of him. */
    public SortedMap<Integer, String> seen() {
        SortedMap<Integer, String> seen = new TreeMap<>();
        engine.sql.query(
                "SELECT email, participates, profile FROM directory_user WHERE directory = ? AND access = 'ACTIVE'"
                        + " AND external_id IS NOT NULL",
                row -> {
                    Profile profile = ProfileCodec.decode(row.getBytes(3));
                    Integer number = number(profile);
                    String other = seen.put(
                            number,
                            row.getString(1)
                                    + profile.text(Attribute.TITLE)
                                            .map(title -> " " + title)
                                            .orElse("")
                                    + (row.getBoolean(2) ? "" : ", takes no part"));
                    if (other != null) {
                        throw new AssertionError(number + " has access twice");
                    }
                },
                engine.directory);
        return seen;
    }

    /** What was planned for one person and what became of it, for the message of a test. */
    public String about(int person) {
        return String.join("\n  ", engine.sql.queryForList("""
                SELECT concat_ws(' ', a.run, a.kind, a.state, a.obstacle, a.reason, a.detail, a.key, a.user_id, a.user_version,
                                 a.access_before, a.access, a.next_transition_at)
                FROM plan_action a JOIN run r ON r.id = a.run
                WHERE r.directory = ? AND a.number = ? ORDER BY r.opened_at, a.run""", String.class, engine.directory, "n" + person));
    }

    /** How often this happened to anybody. */
    public long events(String event) {
        Long count = engine.sql.queryForObject(
                "SELECT count(*) FROM change WHERE directory = ? AND ? = ANY (events)",
                Long.class,
                engine.directory,
                event);
        return count == null ? 0 : count;
    }

    /** Addresses of everybody with access. */
    public SortedSet<String> access() {
        return new TreeSet<>(engine.sql.queryForList(
                "SELECT email FROM directory_user WHERE directory = ? AND access = 'ACTIVE'",
                String.class,
                engine.directory));
    }

    /** Users whose changes are not 1, 2 ... their version. */
    public List<String> changesAmiss() {
        return engine.sql.queryForList("""
                SELECT u.id || ' v' || u.version || ': ' || string_agg(c.user_version || ' ' || c.run, ', ' ORDER BY c.id)
                FROM directory_user u LEFT JOIN change c ON c.user_id = u.id
                WHERE u.directory = ? GROUP BY u.id
                HAVING count(c.id) <> u.version OR max(c.user_version) <> u.version""", String.class, engine.directory);
    }

    /** Everybody in quarantine, with the end of it. */
    public Map<String, Instant> quarantined() {
        Map<String, Instant> quarantined = new TreeMap<>();
        engine.sql.query(
                "SELECT id::text, deprovisions_at FROM directory_user WHERE directory = ? AND access = 'QUARANTINED'",
                row -> {
                    Timestamp until = row.getTimestamp(2);
                    quarantined.put(row.getString(1), until.toInstant());
                },
                engine.directory);
        return quarantined;
    }

    /** Users whose data is still there and who may not use it, with their numbers. */
    public Map<String, Integer> withoutAccess() {
        Map<String, Integer> numbers = new TreeMap<>();
        engine.sql.query(
                "SELECT id::text, profile FROM directory_user WHERE directory = ? AND external_id IS NOT NULL"
                        + " AND access IN ('DEACTIVATED', 'QUARANTINED', 'PRE_HIRE')",
                row -> {
                    numbers.put(row.getString(1), number(ProfileCodec.decode(row.getBytes(2))));
                },
                engine.directory);
        return numbers;
    }

    private static Integer number(Profile profile) {
        return Integer.valueOf(
                profile.text(Attribute.EMPLOYEE_NUMBER).orElseThrow().substring(1));
    }

    /** Everybody whose data is gone. */
    public List<String> deprovisioned() {
        return engine.sql.queryForList(
                "SELECT id::text FROM directory_user WHERE directory = ? AND access = 'DEPROVISIONED'",
                String.class,
                engine.directory);
    }

    @Override
    public void close() throws SQLException {
        engine.close();
    }
}
