package dev.rollcall.api;

import dev.rollcall.config.Configuration;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.run.RunCode;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.Runs;
import dev.rollcall.run.Runs.Opening;
import dev.rollcall.run.Trigger;
import dev.rollcall.source.Page;
import dev.rollcall.source.Problem;
import dev.rollcall.source.Proof;
import dev.rollcall.source.RunId;
import dev.rollcall.source.Snapshot;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceFailure;
import dev.rollcall.source.SourceRecord;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** A run whose pages come out of a file somebody hands over, and vouches for, instead of a route. */
@Service
class FileImport {
    private static final Logger LOG = LoggerFactory.getLogger(FileImport.class);

    private final Configuration configuration;
    private final Runs runs;

    FileImport(Configuration configuration, Runs runs) {
        this.configuration = configuration;
        this.runs = runs;
    }

    /**
     * Runs to the end; how it ended stands in the ledger.
     *
     * @throws RunFailure when no run can be opened now
     */
    RunId run(String source, String name, InputStream content, Trigger trigger) {
        return switch (runs.open(source, trigger)) {
            case Opening.Opened opened -> {
                run(
                        opened.run().id(),
                        name,
                        content,
                        configuration.source(source).mapping());
                yield opened.run().id();
            }
            case Opening.Refused refused -> throw refused.failure();
        };
    }

    private void run(RunId run, String name, InputStream content, Mapping mapping) {
        try {
            Snapshot whole = new Snapshot.Full(new Proof.ByHand());
            SnapshotEnd end = RecordFile.read(mapping, run, name, content, whole, page -> stage(mapping, page));
            runs.accept(end);
            runs.settle(run);
        } catch (RunFailure failure) {
            runs.abort(run, failure.problem());
        } catch (SourceFailure failure) {
            runs.abort(run, failure.problem());
        } catch (RuntimeException defect) {
            LOG.debug("run={}: the import failed", run, defect);
            runs.abort(
                    run,
                    new Problem(
                            name + " run=" + run,
                            RunCode.SOURCE_FAILED.id(),
                            "the import failed (" + defect.getClass().getSimpleName()
                                    + "). Nothing was changed; see whether the database is up, and import again."));
        }
    }

    private void stage(Mapping mapping, Page page) {
        if (page.number() == 0 && page.records().getFirst() instanceof SourceRecord.Row row) {
            List<Problem> problems = mapping.checkHeader(row.header());
            if (!problems.isEmpty()) {
                throw new RunFailure(new Problem(
                        problems.getFirst().where(),
                        problems.getFirst().code(),
                        problems.stream().map(Problem::message).collect(Collectors.joining("\n    "))));
            }
        }
        runs.stage(new MappedPage(
                page.run(),
                page.number(),
                page.records().stream().map(mapping::map).toList()));
    }
}
