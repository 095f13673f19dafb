package dev.rollcall.run;

import dev.rollcall.config.Configuration;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.DirectoryText;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.config.SourceTerms;
import dev.rollcall.config.UserRules;
import dev.rollcall.correlation.MatchKey;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.directory.store.UsersInTests;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Vocabulary;
import dev.rollcall.lifecycle.LifecyclePolicy;
import dev.rollcall.lifecycle.LifecyclePolicy.OnLeaving;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.plan.Safeguards;
import dev.rollcall.run.Runs.Opening;
import dev.rollcall.scope.Scope;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine from mapped pages to users on a real PostgreSQL, one directory of its own, with a clock to turn. */
final class Engine implements AutoCloseable {
    private static final Mapping NONE = record -> {
        throw new UnsupportedOperationException("pages arrive mapped");
    };

    final String directory;
    final JdbcTemplate sql;
    final TurningClock clock = new TurningClock(Instant.parse("2026-03-02T06:00:00Z"));
    /** The runs that were told to have ended, in their order. */
    final List<RunEnded> ended = new ArrayList<>();

    /** Is told first, and may refuse. */
    Consumer<RunEnded> onEnd = run -> {};

    private final DataSource dataSource;
    private final Map<String, SourceConfiguration> sources = new HashMap<>();
    private DirectoryConfiguration policy;
    private Instance instance;
    private Engine.@Nullable Parts parts;

    Engine(DataSource dataSource) {
        this(dataSource, "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    }

    Engine(DataSource dataSource, String directory) {
        this.dataSource = dataSource;
        this.directory = directory;
        this.sql = new JdbcTemplate(dataSource);
        this.instance = new Instance(dataSource, sql);
        this.policy = new DirectoryConfiguration(
                directory,
                List.of("givenName", "familyName", "email"),
                List.of(MatchKey.EXTERNAL_ID, MatchKey.EMAIL),
                DirectoryConfiguration.Adoption.REVIEW,
                new LifecyclePolicy(OnLeaving.DEACTIVATE, OnLeaving.DEACTIVATE, ZoneId.of("Europe/Brussels")),
                Safeguards.DEFAULT,
                SourceTerms.DEFAULT,
                Vocabulary.NONE,
                UserRules.USUAL,
                List.of(),
                false,
                "policy");
        source("hr", Scope.EVERYBODY, "1");
    }

    /** The beans as Spring would wire them. */
    private record Parts(
            SettlingRuns runs,
            Decisions decisions,
            RunLedger ledger,
            Plans plans,
            ClockRuns clockRuns,
            SourceLife life,
            Disconnection disconnection,
            Consents consents,
            HandEdits byHand) {}

    Engine source(String name, Scope scope, String digest) {
        sources.put(name, new SourceConfiguration(name, name, directory, true, NONE, scope, digest));
        parts = null;
        return this;
    }

    Engine disable(String name) {
        SourceConfiguration now = Objects.requireNonNull(sources.get(name));
        sources.put(name, new SourceConfiguration(name, name, directory, false, NONE, now.scope(), now.digest()));
        parts = null;
        return this;
    }

    Engine safeguards(Safeguards safeguards) {
        return policy(new DirectoryConfiguration(
                directory,
                policy.require(),
                policy.match(),
                policy.adoption(),
                policy.lifecycle(),
                safeguards,
                policy.terms(),
                policy.vocabulary(),
                policy.users(),
                policy.recommend(),
                policy.kioskLogin(),
                policy.digest()));
    }

    Engine lifecycle(LifecyclePolicy lifecycle) {
        return policy(new DirectoryConfiguration(
                directory,
                policy.require(),
                policy.match(),
                policy.adoption(),
                lifecycle,
                policy.safeguards(),
                policy.terms(),
                policy.vocabulary(),
                policy.users(),
                policy.recommend(),
                policy.kioskLogin(),
                policy.digest()));
    }

    Engine terms(SourceTerms terms) {
        return policy(new DirectoryConfiguration(
                directory,
                policy.require(),
                policy.match(),
                policy.adoption(),
                policy.lifecycle(),
                policy.safeguards(),
                terms,
                policy.vocabulary(),
                policy.users(),
                policy.recommend(),
                policy.kioskLogin(),
                policy.digest()));
    }

    /** A directory as its file describes it; the zone is Brussels unless the text says otherwise. */
    Engine directory(String text, String... complements) {
        String zone = text.contains("timeZone:") ? "" : "timeZone: Europe/Brussels\n";
        return policy(DirectoryText.read(directory, zone + text, Set.of(complements)));
    }

    private Engine policy(DirectoryConfiguration newPolicy) {
        policy = newPolicy;
        parts = null;
        return this;
    }

    /** What mapping and directory files say, read as the runtime reads them. */
    Engine configured(Configuration configuration) {
        sources.clear();
        sources.putAll(configuration.sources());
        return policy(configuration.directory(directory));
    }

    SourceConfiguration source(String name) {
        return Objects.requireNonNull(sources.get(name));
    }

    /** A new process on the same database: what was in memory is gone. */
    Engine restart() {
        try {
            instance.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        instance = new Instance(dataSource, sql);
        parts = null;
        return this;
    }

    @Override
    public void close() throws SQLException {
        instance.close();
    }

    private Parts parts() {
        if (parts == null) {
            Configuration configuration = new Configuration(sources, Map.of(directory, policy));
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
            RunLedger ledger = new RunLedger(sql, transaction, this::told);
            SourceLedger sourceLedger = new SourceLedger(sql);
            Staging staging = new Staging(sql);
            PlanArchive archive = new PlanArchive(dataSource, sql);
            Settling settling = new Settling(
                    configuration, sql, transaction, ledger, sourceLedger, staging, archive, instance, clock);
            SettlingRuns runs = new SettlingRuns(
                    configuration,
                    ledger,
                    sourceLedger,
                    staging,
                    archive,
                    new Admission(sql, transaction, sourceLedger, clock),
                    settling,
                    instance,
                    new RunMetrics(new SimpleMeterRegistry()),
                    sql,
                    clock);
            parts = new Parts(
                    runs,
                    new Decisions(configuration, ledger, settling, sql, transaction, clock),
                    ledger,
                    new Plans(sql, transaction),
                    new ClockRuns(configuration, sql, transaction, ledger, settling, sourceLedger, instance, clock),
                    new SourceLife(configuration, sourceLedger, settling, sql, transaction, clock),
                    new Disconnection(configuration, runs, ledger, sourceLedger, settling, sql, transaction, clock),
                    new Consents(sql, sourceLedger, clock),
                    new HandEdits(
                            sql,
                            transaction,
                            sourceLedger,
                            settling,
                            UsersInTests.of(sql),
                            new UserRows(configuration, sql),
                            new Licenses(configuration, sql),
                            clock));
        }
        return parts;
    }

    private void told(Object event) {
        if (event instanceof RunEnded run) {
            onEnd.accept(run);
            ended.add(run);
        }
    }

    SettlingRuns runs() {
        return parts().runs();
    }

    Decisions decisions() {
        return parts().decisions();
    }

    Plans plans() {
        return parts().plans();
    }

    PlanCsv csv() {
        return new PlanCsv(plans());
    }

    SourceLife life() {
        return parts().life();
    }

    /** Ends a source whose users are kept, and takes its mapping away. */
    Engine keepUsers(String name) {
        parts().disconnection().keepUsers(source(name));
        return without(name);
    }

    /** Ends a source whose users lose access, and takes its mapping away. */
    RunSummary removeUsers(String name) {
        RunSummary plan = parts().disconnection().removeUsers(source(name));
        without(name);
        return plan;
    }

    /** Takes a mapping away. */
    Engine without(String name) {
        sources.remove(name);
        parts = null;
        return this;
    }

    Consents consents() {
        return parts().consents();
    }

    HandEdits byHand() {
        return parts().byHand();
    }

    RunLedger ledger() {
        return parts().ledger();
    }

    List<RunSummary> clockRun() {
        return parts().clockRuns().settleDue();
    }

    RunSummary full(MappingResult... records) {
        return full("hr", List.of(records));
    }

    RunSummary full(String source, List<MappingResult> records) {
        return run(source, Trigger.SCHEDULE, new Snapshot.Full(new Proof.DoneFile("x.done")), records, 100);
    }

    RunSummary dry(MappingResult... records) {
        return run(
                "hr",
                new Trigger(Trigger.By.COMMAND, true, true, false),
                new Snapshot.Full(new Proof.DoneFile("x.done")),
                List.of(records),
                100);
    }

    RunSummary delta(MappingResult... records) {
        return run("hr", Trigger.SCHEDULE, new Snapshot.Delta(), List.of(records), 100);
    }

    RunSummary run(String source, Trigger trigger, Snapshot snapshot, List<MappingResult> records, int pageSize) {
        Run run = open(source, trigger);
        int pages = 0;
        for (int from = 0; from < records.size(); from += pageSize) {
            runs().stage(new MappedPage(
                    run.id(), pages++, records.subList(from, Math.min(records.size(), from + pageSize))));
        }
        runs().accept(new SnapshotEnd(run.id(), pages, records.size(), snapshot, run.openedAt()));
        return runs().settle(run.id());
    }

    Run open(String source, Trigger trigger) {
        return switch (runs().open(source, trigger)) {
            case Opening.Opened opened -> opened.run();
            case Opening.Refused refused -> throw refused.failure();
        };
    }

    List<PlannedAction> plan(RunId run) {
        return plans().page(run, 0, 100_000);
    }

    /** Everybody in the directory by external id, or by e-mail address where there is none. */
    SortedMap<String, Known> users() {
        SortedMap<String, Known> users = new TreeMap<>();
        sql.query(
                "SELECT u.*, m.external_id AS manager FROM directory_user u LEFT JOIN directory_user m ON m.id ="
                        + " u.manager_id WHERE u.directory = ?",
                row -> {
                    String id = row.getString("external_id");
                    users.put(
                            id != null
                                    ? id
                                    : row.getString("email") != null ? row.getString("email") : row.getString("id"),
                            new Known(
                                    row.getObject("id", UUID.class),
                                    AccessState.valueOf(row.getString("access")),
                                    row.getBoolean("suspended"),
                                    row.getLong("version"),
                                    row.getString("email"),
                                    row.getString("manager"),
                                    row.getBoolean("participates"),
                                    ProfileCodec.decode(row.getBytes("profile"))));
                },
                directory);
        return users;
    }

    Known user(String externalId) {
        Known found = users().get(externalId);
        if (found == null) {
            throw new AssertionError("no user " + externalId);
        }
        return found;
    }

    /** External ids of everybody with access. */
    List<String> active() {
        return users().entrySet().stream()
                .filter(entry -> entry.getValue().access() == AccessState.ACTIVE)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A user as a test looks at him. */
    record Known(
            UUID id,
            AccessState access,
            boolean suspended,
            long version,
            @Nullable String email,
            @Nullable String manager,
            boolean participates,
            Profile profile) {}
}
