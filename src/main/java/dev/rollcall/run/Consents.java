package dev.rollcall.run;

import dev.rollcall.config.SourceConfiguration;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Who accepted that a sub-processor handles personal data, when, and which text (acceptance row 131). */
@Service
public class Consents {
    /** Changes with the text. */
    public static final String VERSION = "1";

    /** What is accepted. */
    public static final String TEXT = """
            A service of a third party (a sub-processor) receives and handles personal data of employees for this source.
            Whoever accepts this confirms that the organisation has agreed on the handling of that data with it, and that
            the people concerned were told.""";

    private final JdbcTemplate sql;
    private final SourceLedger sources;
    private final Clock clock;

    Consents(JdbcTemplate sql, SourceLedger sources, Clock clock) {
        this.sql = sql;
        this.sources = sources;
        this.clock = clock;
    }

    /** An acceptance in force. */
    public record Consent(String by, Instant at, String version) {}

    /** Writes it down, unless somebody accepted before: the first acceptance counts until the source is disconnected. */
    public Consent accept(SourceConfiguration source, String by) {
        sources.register(source);
        sql.update(
                "INSERT INTO consent (directory, source, accepted_by, accepted_at, text_version) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (directory, source) WHERE ended_at IS NULL DO NOTHING",
                source.directory(),
                source.source(),
                by,
                Timestamp.from(clock.instant()),
                VERSION);
        return given(source).orElseThrow();
    }

    /** The acceptance in force. */
    public Optional<Consent> given(SourceConfiguration source) {
        List<Consent> found = sql.query(
                "SELECT accepted_by, accepted_at, text_version FROM consent"
                        + " WHERE directory = ? AND source = ? AND ended_at IS NULL",
                (row, number) ->
                        new Consent(row.getString(1), row.getTimestamp(2).toInstant(), row.getString(3)),
                source.directory(),
                source.source());
        return found.stream().findFirst();
    }
}
