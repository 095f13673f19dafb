package dev.rollcall.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.rollcall.contract.SftpObserver.Hindrance;
import dev.rollcall.contract.SftpObserver.Moment;
import dev.rollcall.contract.TcpRelay.Mode;
import dev.rollcall.simulator.People;
import dev.rollcall.simulator.Person;
import dev.rollcall.simulator.SdWorxReport;
import dev.rollcall.simulator.SftpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.sshd.server.session.ServerSession;

/**
 * Files on an SFTP server, with a relay before it and somebody who hinders inside it. Whether a file is whole a second
 * file tells, or that nobody has written to it for a while.
 */
final class SftpCsvContract implements ContractSource {
    private static final Duration A_WHILE = Duration.ofMinutes(10);

    private final String name;
    private final boolean stable;
    private final String delimiter;
    private final String emailColumn;
    private final Function<List<Person>, String> writing;
    private final Path folder;
    private final SftpServer sftp;
    private final SftpObserver observer = new SftpObserver();
    private final TcpRelay relay;
    private final Path knownHosts;
    private List<Person> reported = List.of();
    private boolean spoilt;
    private int files;

    private SftpCsvContract(
            String name, boolean stable, String delimiter, String emailColumn, Function<List<Person>, String> writing) {
        this.name = name;
        this.stable = stable;
        this.delimiter = delimiter;
        this.emailColumn = emailColumn;
        this.writing = writing;
        folder = Path.of("target/contract-" + name);
        sftp = SftpServer.start(folder, 0);
        relay = new TcpRelay(sftp.port());
        sftp.observe(observer);
        try {
            knownHosts = Files.writeString(
                    folder.resolve("known_hosts_relay").toAbsolutePath(),
                    Files.readString(sftp.knownHosts()).replace(":" + sftp.port(), ":" + relay.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ContractSource peopleReport() {
        return new SftpCsvContract("sftp-csv", false, ",", "Email", People::csv);
    }

    static ContractSource sdWorx() {
        return new SftpCsvContract("sd-worx", true, ";", "E-mail werk", SdWorxReport::of);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                name + ".host",
                "127.0.0.1",
                name + ".port",
                Integer.toString(relay.port()),
                name + ".username",
                SftpServer.USER,
                name + ".password",
                SftpServer.PASSWORD,
                name + ".known-hosts-file",
                knownHosts.toString(),
                name + ".directory",
                SftpServer.DIRECTORY);
    }

    @Override
    public void people(List<Person> people) {
        if (people.equals(reported) && !spoilt) {
            return;
        }
        reported = people;
        spoilt = false;
        sftp.names().stream()
                .filter(name -> !name.startsWith("."))
                .forEach(name -> delete(sftp.directory().resolve(name)));
        files++;
        if (stable) {
            sftp.write(file(), writing.apply(people));
            age();
        } else {
            sftp.put(file(), writing.apply(people));
        }
    }

    private String file() {
        return "people-%05d.csv".formatted(files);
    }

    /** Nobody has written to the report for a while. */
    private void age() {
        try {
            Files.setLastModifiedTime(report(), FileTime.from(Instant.now().minus(A_WHILE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Trouble> troubles() {
        return Stream.of(
                        connection("nobody listens", Mode.REFUSED),
                        connection("the connection is reset", Mode.RESET),
                        connection("time-out at connect", Mode.SILENT),
                        hindered("the connection is reset in the body", Moment.LISTING, this::disconnect),
                        hindered("the connection is reset in the body", Moment.OPENING, this::disconnect),
                        hindered("the connection is reset in the body", Moment.READING, this::disconnect),
                        hindered("time-out at the first byte", Moment.LISTING, session -> observer.stall()),
                        hindered("time-out at the first byte", Moment.OPENING, session -> observer.stall()),
                        hindered("time-out in the body", Moment.READING, session -> observer.stall()),
                        hindered("an error while reading", Moment.READING, session -> {
                            throw new IOException("disk");
                        }),
                        hindered("the file is taken away", Moment.OPENING, session -> {
                            spoilt = true;
                            delete(report());
                        }),
                        hindered("the file is replaced", Moment.READING, session -> change(text -> text + "x")),
                        hindered(
                                "the file grows",
                                Moment.OPENING,
                                session -> change(text ->
                                        text + text.substring(text.lastIndexOf('\n', text.length() - 2) + 1))),
                        file("another server's key", this::otherKey),
                        file("the folder is not there", this::renamed),
                        file(stable ? "still being written" : "no done file", () -> {
                            spoilt = true;
                            if (stable) {
                                change(text -> text);
                            } else {
                                delete(sftp.directory().resolve(file() + ".done"));
                            }
                            return () -> true;
                        }),
                        content("zero results", text -> text.substring(0, text.indexOf('\n') + 1)),
                        content("an empty file", text -> ""),
                        content("the body is cut", text -> text.substring(0, text.length() * 2 / 3)),
                        content("HTML with 200", text -> "<html><body>Sign in</body></html>\n"),
                        hindered("a wrong character set", Moment.LISTING, session -> damage()),
                        content("a column is missing", text -> text.replaceFirst(emailColumn, "Mail")),
                        content(
                                "a quote that never closes",
                                text -> text.replaceFirst(
                                        delimiter + "Acme" + delimiter, delimiter + "\"Acme" + delimiter)),
                        content("a page repeated", text -> text + text.substring(text.indexOf('\n') + 1)),
                        content("people out of order", SftpCsvContract::shuffled))
                .toList();
    }

    @Override
    public void close() throws IOException {
        relay.mode(Mode.REFUSED);
        sftp.close();
    }

    private static String shuffled(String text) {
        List<String> rows = new ArrayList<>(text.lines().toList());
        Collections.shuffle(rows.subList(1, rows.size()), new Random(5));
        return String.join("\n", rows) + "\n";
    }

    private void disconnect(ServerSession session) {
        session.close(true);
    }

    private Path report() {
        return sftp.directory().resolve(file());
    }

    private void change(UnaryOperator<String> change) {
        spoilt = true;
        try {
            Files.writeString(report(), change.apply(Files.readString(report())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A letter in another character set than the one agreed on. */
    private void damage() throws IOException {
        spoilt = true;
        String text = Files.readString(report(), ISO_8859_1);
        Files.writeString(report(), text.replaceFirst("Acme", "Acm\u00e9"), ISO_8859_1);
    }

    private BooleanSupplier otherKey() {
        try {
            String right = Files.readString(knownHosts);
            try (SftpServer other = SftpServer.start(folder.resolve("other"), 0)) {
                Files.writeString(
                        knownHosts,
                        Files.readString(other.knownHosts()).replace(":" + other.port(), ":" + relay.port()));
            }
            return () -> {
                try {
                    Files.writeString(knownHosts, right);
                    return true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BooleanSupplier renamed() {
        Path away = sftp.directory().resolveSibling("away");
        rename(sftp.directory(), away);
        return () -> {
            rename(away, sftp.directory());
            return true;
        };
    }

    private static void rename(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins, and gives what ends it. */
    private interface Begin {
        BooleanSupplier now();
    }

    private static final class Planned implements Trouble {
        private final String kind;
        private final String place;
        private final Begin begin;
        private BooleanSupplier end = () -> true;

        Planned(String kind, String place, Begin begin) {
            this.kind = kind;
            this.place = place;
            this.begin = begin;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public String place() {
            return place;
        }

        @Override
        public void begin(Runnable move) {
            end = begin.now();
        }

        @Override
        public boolean end() {
            return end.getAsBoolean();
        }
    }

    private Trouble connection(String kind, Mode mode) {
        return new Planned(kind, "connecting", () -> {
            relay.mode(mode);
            return () -> {
                relay.mode(Mode.PASS);
                return true;
            };
        });
    }

    private Trouble hindered(String kind, Moment moment, Hindrance hindrance) {
        return new Planned(kind, moment.name().toLowerCase(Locale.ROOT), () -> {
            observer.at(moment, hindrance);
            return observer::end;
        });
    }

    private Trouble file(String kind, Begin begin) {
        return new Planned(kind, "folder", begin);
    }

    private Trouble content(String kind, UnaryOperator<String> change) {
        return new Planned(kind, "file", () -> {
            change(change);
            if (stable) {
                age();
            }
            return () -> true;
        });
    }
}
