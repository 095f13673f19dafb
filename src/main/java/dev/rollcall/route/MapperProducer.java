package dev.rollcall.route;

import dev.rollcall.config.Configuration;
import dev.rollcall.mapping.MappedPage;
import dev.rollcall.mapping.Mapping;
import dev.rollcall.mapping.MappingResult;
import dev.rollcall.run.Run;
import dev.rollcall.run.RunFailure;
import dev.rollcall.source.Header;
import dev.rollcall.source.Page;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SnapshotEnd;
import dev.rollcall.source.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.jspecify.annotations.Nullable;

/** Maps a page; the end of the pages passes untouched, and everything else is refused. */
final class MapperProducer extends DefaultProducer {
    private final String source;
    private final Configuration configuration;
    private final SourceTriggers triggers;
    private volatile @Nullable Header checked;

    MapperProducer(MapperEndpoint endpoint, Configuration configuration, SourceTriggers triggers) {
        super(endpoint);
        this.source = endpoint.getSource();
        this.configuration = configuration;
        this.triggers = triggers;
    }

    @Override
    public void process(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof Page page) {
            exchange.getMessage().setBody(map(page));
        } else if (!(body instanceof SnapshotEnd)) {
            throw Bodies.refuse("mapper:" + source, body);
        }
    }

    private MappedPage map(Page page) {
        Run run = triggers.ongoing(page.run())
                .map(OngoingRun::run)
                .filter(ongoing -> ongoing.source().equals(source))
                .orElseThrow(() -> new RunFailure(RouteCode.WRONG_RUN.at(
                        "mapper:" + source,
                        page + " belongs to no run of this source. Route each source to its own mapper.")));
        Mapping mapping = configuration.source(source).mapping();
        List<MappingResult> results = new ArrayList<>(page.records().size());
        for (SourceRecord each : page.records()) {
            triggers.show(run, each);
            if (each instanceof SourceRecord.Row row) {
                check(mapping, row.header());
            }
            results.add(mapping.map(each));
        }
        return new MappedPage(page.run(), page.number(), results);
    }

    private void check(Mapping mapping, Header header) {
        if (header == checked) {
            return;
        }
        List<Problem> problems = mapping.checkHeader(header);
        if (!problems.isEmpty()) {
            Problem first = problems.getFirst();
            throw new RunFailure(new Problem(
                    first.where(),
                    first.code(),
                    problems.stream().map(Problem::message).collect(Collectors.joining("\n    "))));
        }
        checked = header;
    }
}
