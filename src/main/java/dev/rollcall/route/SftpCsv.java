package dev.rollcall.route;

import dev.rollcall.run.FileLedger;
import dev.rollcall.run.FileLedger.ReadFile;
import dev.rollcall.run.Run;
import dev.rollcall.source.CsvOptions;
import dev.rollcall.source.CsvText;
import dev.rollcall.source.FileChoice;
import dev.rollcall.source.FileRules;
import dev.rollcall.source.ListedFile;
import dev.rollcall.source.MeasuredStream;
import dev.rollcall.source.Origin;
import dev.rollcall.source.Problem;
import dev.rollcall.source.Proof;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceCode;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The Java of the Kamelet {@code sftp-csv-source}: which file, whether it is whole, and what it amounts to. */
@Component("sftpCsv")
public class SftpCsv {
    private static final Logger LOG = LoggerFactory.getLogger(SftpCsv.class);
    private static final String STATE = "sftpRun";
    private static final String FILE = "sftpFile";
    private static final int LONGEST_COMPANION = 4096;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Map<String, SftpRun> present = new ConcurrentHashMap<>();
    private final FileLedger ledger;
    private final SourceTriggers triggers;
    private final Secrets secrets;

    SftpCsv(FileLedger ledger, SourceTriggers triggers, Secrets secrets) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.triggers = triggers;
    }

    /** Takes the run and the Kamelet's parameters; from now on a listing passes by {@link #listing}. */
    public void begin(Exchange exchange) throws InvalidPayloadException {
        Run run = exchange.getMessage().getMandatoryBody(Run.class);
        PgpFiles.check(exchange, run.source());
        FileRules rules = FileRules.of(
                text(exchange, "sftpInclude"),
                text(exchange, "sftpProof"),
                text(exchange, "sftpKind"),
                exchange.getProperty("sftpMinAge", Long.class));
        CsvOptions csv = CsvOptions.of(
                text(exchange, "sftpDelimiter"),
                text(exchange, "sftpCharset"),
                rules.whole() == FileRules.Whole.TRAILER);
        SftpRun state = new SftpRun(run, text(exchange, "sftpFolder"), rules, csv);
        exchange.setProperty(STATE, state);
        exchange.setProperty("sftpStamp", STAMP.format(run.openedAt()));
        exchange.setProperty("sftpNoop", run.dryRun());
        if (present.put(run.source(), state) == null) {
            exchange.getContext().getRegistry().bind("sftp-listing-" + run.source(), listing(run.source()));
        }
    }

    private static String text(Exchange exchange, String property) {
        return exchange.getProperty(property, "", String.class).strip();
    }

    /** Notes every file that the server lists, and lets none of them be read; it outlives the run, as endpoints do. */
    private GenericFileFilter<Object> listing(String source) {
        return file -> {
            SftpRun state = Objects.requireNonNull(present.get(source));
            if (ListedFile.isSafe(file.getFileName()) && !file.isDirectory()) {
                state.listing.add(new ListedFile(
                        file.getFileName(), file.getFileLength(), Instant.ofEpochMilli(file.getLastModified())));
            } else if (!file.getFileName().startsWith(".")) {
                LOG.warn("a file name that could lead out of its folder, or is unusual, was passed over");
            }
            return false;
        };
    }

    /** Decides what the listing means. */
    public void choose(Exchange exchange) {
        SftpRun state = state(exchange);
        FileChoice choice = FileChoice.of(state.listing, state.rules, state.run.openedAt());
        if (choice.waiting() > 0) {
            LOG.info("source={}: {} files are not known to be whole yet", state.run.source(), choice.waiting());
        }
        choice.toRead().forEach(file -> (isKnown(state, file) ? state.toVerify : state.toRead).add(file));
        choice.superseded().forEach(file -> move(state, file.name()));
    }

    private boolean isKnown(SftpRun state, ListedFile file) {
        return ledger.isKnown(state.run, state.folder, file.name(), file.size(), file.modifiedAt());
    }

    private static void move(SftpRun state, String name) {
        state.toMove.add(name);
        state.rules
                .whole()
                .companion(name)
                .filter(companion ->
                        state.listing.stream().anyMatch(file -> file.name().equals(companion)))
                .ifPresent(state.toMove::add);
    }

    public boolean hasToVerify(Exchange exchange) {
        return next(exchange, state(exchange).toVerify.peek());
    }

    /** Compares a file that looks like one applied before, byte by byte. */
    public void verify(Exchange exchange) throws IOException {
        SftpRun state = state(exchange);
        ListedFile file = state.toVerify.remove();
        try (MeasuredStream in = new MeasuredStream(stream(exchange))) {
            in.transferTo(OutputStream.nullOutputStream());
            ReadFile read = new ReadFile(state.folder, file.name(), in.count(), file.modifiedAt(), in.sha256());
            if (ledger.isApplied(state.run, read)) {
                move(state, file.name());
            } else {
                state.toRead.addFirst(file);
            }
        }
    }

    /** Whether there is a file to read; if not, the source has nothing new. */
    public boolean hasToRead(Exchange exchange) {
        SftpRun state = state(exchange);
        if (!next(exchange, state.toRead.peek())) {
            ongoing(state).nothingNew();
            return false;
        }
        state.chosen = state.toRead.remove();
        state.rules
                .whole()
                .companion(state.chosen.name())
                .ifPresent(companion -> exchange.setProperty("sftpCompanion", companion));
        if (!state.toRead.isEmpty() && !state.run.dryRun()) {
            ongoing(state).more();
        }
        return true;
    }

    private static boolean next(Exchange exchange, @Nullable ListedFile file) {
        exchange.setProperty(FILE, file == null ? "" : file.name());
        return file != null;
    }

    public boolean hasCompanion(Exchange exchange) {
        return exchange.getProperty("sftpCompanion") != null;
    }

    /** Reads the file beside the file: of a done file nothing but its being there counts. */
    public void companion(Exchange exchange) throws IOException {
        SftpRun state = state(exchange);
        try (InputStream in = stream(exchange)) {
            String content = new String(in.readNBytes(LONGEST_COMPANION), StandardCharsets.US_ASCII).strip();
            if (state.rules.whole() == FileRules.Whole.CHECKSUM) {
                state.expectedSha256 = content.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
            }
        }
    }

    /** Opens the file; one that is older than what was applied is refused, and moved away as failed. */
    public void open(Exchange exchange) {
        SftpRun state = state(exchange);
        ListedFile file = chosen(state);
        MeasuredStream stream = new MeasuredStream(stream(exchange));
        state.stream = stream;
        Optional<Instant> newest = ledger.newestApplied(state.run);
        if (!state.rules.delta() && newest.isPresent() && file.modifiedAt().isBefore(newest.get())) {
            throw new SourceFailure(SourceCode.TOO_OLD.at(
                    file.name(),
                    "the file is of " + file.modifiedAt() + ", one of " + newest.get()
                            + " was applied. Send the newest state in a new file."));
        }
        InputStream content = PgpFiles.content(exchange, secrets, state.run.source(), stream);
        CsvText text = CsvText.open(file.name(), content, state.csv);
        state.text = text;
        exchange.getMessage().setBody(text);
    }

    /** Pages out of the rows that camel-csv reads. */
    @SuppressWarnings("unchecked")
    public void pages(Exchange exchange) {
        SftpRun state = state(exchange);
        Iterator<CSVRecord> rows = exchange.getMessage().getBody(Iterator.class);
        state.pages = Objects.requireNonNull(state.text).pages(state.run.id(), rows);
        exchange.getMessage().setBody(state.pages);
    }

    /** All pages were sent; the listing is taken once more, to see whether the file is still the same. */
    public void close(Exchange exchange) throws IOException {
        SftpRun state = state(exchange);
        MeasuredStream stream = Objects.requireNonNull(state.stream);
        stream.transferTo(OutputStream.nullOutputStream());
        ListedFile file = chosen(state);
        state.read = new ReadFile(state.folder, file.name(), stream.count(), file.modifiedAt(), stream.sha256());
        stream.close();
        state.listing.clear();
    }

    /** What the file amounts to. */
    public void end(Exchange exchange) {
        SftpRun state = state(exchange);
        ReadFile read = Objects.requireNonNull(state.read);
        SnapshotEnd end = Objects.requireNonNull(state.pages).end(() -> whole(state, read));
        if (!state.run.dryRun()) {
            ongoing(state).afterwards(() -> ledger.applied(state.run, read));
        }
        exchange.getMessage().setBody(end);
    }

    private static Snapshot whole(SftpRun state, ReadFile read) {
        ListedFile file = chosen(state);
        boolean same = state.listing.contains(file) && read.size() == file.size();
        if (!same) {
            return broken(
                    SourceCode.REPLACED,
                    file,
                    "size or time changed while the file was read. Write files under another name first, then rename.");
        }
        if (state.expectedSha256 != null && !state.expectedSha256.equals(read.sha256())) {
            return broken(
                    SourceCode.CHECKSUM, file, "the content is not what its .sha256 file tells. Send both again.");
        }
        return state.rules.delta() ? new Snapshot.Delta() : new Snapshot.Full(proof(state, read));
    }

    private static Snapshot broken(SourceCode code, ListedFile file, String message) {
        Problem problem = code.at(new Origin(file.name(), 1), message);
        return new Snapshot.Broken(problem);
    }

    private static Proof proof(SftpRun state, ReadFile read) {
        return switch (state.rules.whole()) {
            case DONE_FILE -> new Proof.DoneFile(read.name() + ".done");
            case CHECKSUM -> new Proof.Checksum(read.sha256());
            case TRAILER ->
                new Proof.Trailer(Objects.requireNonNull(state.pages).trailer().orElseThrow());
            case STABLE -> new Proof.Stable();
        };
    }

    /** Whether files are left that nobody reads any more; in a dry run they stay. */
    public boolean hasToMove(Exchange exchange) {
        SftpRun state = state(exchange);
        @Nullable String name = state.run.dryRun() ? null : state.toMove.poll();
        exchange.setProperty(FILE, name == null ? "" : name);
        return name != null;
    }

    private static InputStream stream(Exchange exchange) {
        @Nullable InputStream in = exchange.getMessage().getBody(InputStream.class);
        if (in == null) {
            throw new SourceFailure(SourceCode.NOT_READ.at(
                    exchange.getProperty(FILE, "", String.class),
                    "the file was listed and is not there any more. The next run looks again."));
        }
        return in;
    }

    private static ListedFile chosen(SftpRun state) {
        return Objects.requireNonNull(state.chosen);
    }

    private OngoingRun ongoing(SftpRun state) {
        return triggers.ongoing(state.run.id()).orElseThrow();
    }

    private static SftpRun state(Exchange exchange) {
        return exchange.getProperty(STATE, SftpRun.class);
    }
}
