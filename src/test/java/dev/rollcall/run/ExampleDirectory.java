package dev.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.TestDatabase;
import dev.rollcall.config.Configuration;
import dev.rollcall.config.ConfigurationLoader;
import dev.rollcall.config.DirectoryConfiguration;
import dev.rollcall.config.FilesOfAHome;
import dev.rollcall.config.SourceConfiguration;
import dev.rollcall.directory.AccessState;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Folding;
import dev.rollcall.employee.Value;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of the example directories, under its own files, on a real PostgreSQL, with a clock to turn; it begins at 2 March 2026. */
public final class ExampleDirectory implements AutoCloseable {
    public static final Path EXAMPLES = Path.of("mappings", "examples", "directories");

    private final Engine engine = new Engine(TestDatabase.shared());
    private final Map<String, String> files = new TreeMap<>();

    /** The directory as its example sets it up. */
    public ExampleDirectory(String example) {
        try (Stream<Path> all = Files.list(EXAMPLES.resolve(example))) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        configure();
    }

    /** A record of a file: column, value, column, value; the other columns the mapping reads are empty. */
    public SourceRecord row(String source, String... cells) {
        Map<String, String> row = new TreeMap<>();
        engine.source(source).mapping().reads().forEach(column -> row.put(column, ""));
        for (int i = 0; i < cells.length; i += 2) {
            assertThat(row).containsKey(cells[i]);
            row.put(cells[i], cells[i + 1]);
        }
        return FilesOfAHome.row(row.entrySet().stream()
                .flatMap(cell -> Stream.of(cell.getKey(), cell.getValue()))
                .toArray(String[]::new));
    }

    /** A record of an API; single quotes stand for double ones. */
    public static SourceRecord json(String text) {
        try {
            return new SourceRecord.Json(new ObjectMapper().readTree(text.replace('\'', '"')), new Origin("page 0", 1));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Somebody adds a file. */
    public ExampleDirectory add(String file, String text) {
        files.put(file, text);
        configure();
        return this;
    }

    /** Somebody edits a file and saves it. */
    public ExampleDirectory save(String file, String before, String after) {
        files.compute(file, (name, text) -> {
            assertThat(text).contains(before);
            return text == null ? "" : text.replace(before, after);
        });
        configure();
        return this;
    }

    private void configure() {
        try {
            Path folder = Files.createTempDirectory("example");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            Configuration written = ConfigurationLoader.load(folder);
            for (String file : files.keySet()) {
                Files.delete(folder.resolve(file));
            }
            Files.delete(folder);
            engine.configured(renamed(written));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database is shared, so that every test has a directory of its own name. */
    private Configuration renamed(Configuration written) {
        DirectoryConfiguration read = written.directories().values().iterator().next();
        Map<String, SourceConfiguration> sources = new LinkedHashMap<>();
        written.sources()
                .forEach((name, source) -> sources.put(
                        name,
                        new SourceConfiguration(
                                name,
                                source.title(),
                                engine.directory,
                                source.enabled(),
                                source.mapping(),
                                source.rules(),
                                source.scope(),
                                source.digest())));
        DirectoryConfiguration own = new DirectoryConfiguration(
                engine.directory,
                read.require(),
                read.match(),
                read.adoption(),
                read.lifecycle(),
                read.safeguards(),
                read.terms(),
                read.vocabulary(),
                read.users(),
                read.recommend(),
                read.kioskLogin(),
                read.digest());
        return new Configuration(sources, Map.of(engine.directory, own));
    }

    /** The nightly run: everybody, and proved. */
    public RunSummary night(String source, SourceRecord... records) {
        return run(source, Trigger.SCHEDULE, records);
    }

    /** A run that somebody asks for. */
    public RunSummary manual(String source, SourceRecord... records) {
        return run(source, new Trigger(Trigger.By.REST, false, true, false), records);
    }

    /** A dry run that somebody asks for. */
    public RunSummary test(String source, SourceRecord... records) {
        return run(source, new Trigger(Trigger.By.REST, true, true, false), records);
    }

    private RunSummary run(String source, Trigger trigger, SourceRecord... records) {
        List<MappingResult> mapped = Arrays.stream(records)
                .map(record -> engine.source(source).mapping().map(record))
                .toList();
        return engine.run(source, trigger, new Snapshot.Full(new Proof.DoneFile("people.done")), mapped, 100);
    }

    /** What the source tells of some people in between. */
    public RunSummary delta(String source, SourceRecord... records) {
        List<MappingResult> mapped = Arrays.stream(records)
                .map(record -> engine.source(source).mapping().map(record))
                .toList();
        return engine.run(source, Trigger.SCHEDULE, new Snapshot.Delta(), mapped, 100);
    }

    /** Somebody accepts that a sub-processor handles personal data. */
    public void accept(String source) {
        engine.consents().accept(engine.source(source), "hr-admin");
    }

    /** Somebody enables the source after its test. */
    public void enable(String source) {
        engine.life().enable(engine.source(source), false, false);
    }

    /** Somebody enables it although users there are already wait to be linked. */
    public void enableUnadopted(String source) {
        engine.life().enable(engine.source(source), false, true);
    }

    /** Time passes, and the calendar does what is due. */
    public void turnTo(String instant) {
        engine.clock.turnTo(instant);
        engine.clockRun();
    }

    public List<PlannedAction> plan(RunSummary run) {
        return engine.plan(run.run());
    }

    public void release(RunSummary run) {
        engine.decisions().release(run.run());
    }

    /** External ids, or addresses of those who have none. */
    public SortedSet<String> users() {
        return new TreeSet<>(engine.users().keySet());
    }

    /** External ids of everybody with access. */
    public List<String> active() {
        return engine.active();
    }

    public UUID id(String user) {
        return engine.user(user).id();
    }

    public AccessState access(String user) {
        return engine.user(user).access();
    }

    public boolean participates(String user) {
        return engine.user(user).participates();
    }

    /** External id of the manager. */
    public @Nullable String manager(String user) {
        return engine.user(user).manager();
    }

    public @Nullable String email(String user) {
        return engine.user(user).email();
    }

    /** The text of an attribute; empty where there is none. */
    public String text(String user, String attribute) {
        return engine.user(user).profile().value(attribute).orElse(null) instanceof Value.Text text ? text.text() : "";
    }

    /** Whatever an attribute holds. */
    public @Nullable Value value(String user, String attribute) {
        return engine.user(user).profile().value(attribute).orElse(null);
    }

    /** Attribute and value. */
    public List<String> segments() {
        return engine.sql.queryForList(
                "SELECT attribute || '=' || value FROM segment WHERE directory = ? ORDER BY 1",
                String.class,
                engine.directory);
    }

    /** A user whom the application has and no source knows. */
    public void there(String email) {
        engine.sql.update(
                "INSERT INTO directory_user (id, directory, version, access, email, email_key, profile, created_at,"
                        + " updated_at) VALUES (gen_random_uuid(), ?, 1, 'ACTIVE', ?, ?, '{}', now(), now())",
                engine.directory,
                email,
                Folding.fold(email));
    }

    /** Somebody changes a value in the application. */
    public void edit(String user, String attribute, String text) {
        Engine.Known known = engine.user(user);
        engine.sql.update(
                "UPDATE directory_user SET version = version + 1, profile = ?, edited = true WHERE id = ?",
                ProfileCodec.encode(known.profile().with(attribute, new Value.Text(text))),
                known.id());
    }

    /** Somebody switches participation in the application. */
    public void participation(String user, boolean on) {
        engine.sql.update(
                "UPDATE directory_user SET version = version + 1, participates = ?, participation_at = NULL, edited ="
                        + " true WHERE id = ?",
                on,
                engine.user(user).id());
    }

    /** Whether this text stands anywhere in what is stored. */
    public boolean stores(String text) {
        return Stored.everything(engine).contains(text);
    }

    @Override
    public void close() throws SQLException {
        engine.close();
    }
}
