package dev.rollcall.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.api.DirectoryNames;
import dev.rollcall.api.RunView;
import dev.rollcall.api.RuntimeOperations;
import dev.rollcall.api.UserState;
import dev.rollcall.directory.store.Segments;
import dev.rollcall.directory.store.Segments.Segment;
import dev.rollcall.run.RunLedger;
import dev.rollcall.target.EventsCsv;
import dev.rollcall.target.Feed;
import dev.rollcall.target.Feed.Batch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in a directory: its runs, newest first, and its changes, oldest first. */
@RestController
@RequestMapping("/api/directories/{directory}")
class DirectoryController {
    private final DirectoryNames directories;
    private final RunLedger ledger;
    private final Feed feed;
    private final ObjectMapper json;
    private final RuntimeOperations operations;
    private final Segments segments;
    private final EventsCsv eventsCsv;

    DirectoryController(
            DirectoryNames directories,
            RunLedger ledger,
            Feed feed,
            ObjectMapper json,
            RuntimeOperations operations,
            Segments segments,
            EventsCsv eventsCsv) {
        this.directories = directories;
        this.ledger = ledger;
        this.feed = feed;
        this.json = json;
        this.operations = operations;
        this.segments = segments;
        this.eventsCsv = eventsCsv;
    }

    @GetMapping("/runs")
    List<RunView> runs(
            @PathVariable String directory,
            @RequestParam(required = false) @Nullable String source,
            @RequestParam(defaultValue = "50") int limit) {
        directories.require(directory);
        return ledger.newest(directory, source, Limits.of(limit)).stream()
                .map(RunView::of)
                .toList();
    }

    /** Locks a user out, or lets him in again; he is named by external id, address or id. */
    @PostMapping("/{lock:suspend|unsuspend}")
    UserState suspend(@PathVariable String directory, @PathVariable String lock, @RequestBody Named named) {
        return operations.users().suspend(directory, named.user(), lock.equals("suspend"), named.because());
    }

    /** A user by one of his names. */
    record Named(String user, @Nullable String because) {}

    /** Values of the attributes people are grouped by, each since when it is known (acceptance row 62). */
    @GetMapping("/segments")
    List<Segment> segments(@PathVariable String directory) {
        directories.require(directory);
        return segments.all(directory);
    }

    /**
     * The events of working lives as a file: who joined, moved, left and returned (acceptance row 97).
     *
     * @param from first day, in UTC
     * @param until last day, in UTC; today unless given
     */
    @GetMapping("/events.csv")
    void events(
            @PathVariable String directory,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            HttpServletResponse response)
            throws IOException {
        directories.require(directory);
        response.setContentType("text/csv;charset=UTF-8");
        LocalDate last = until == null ? LocalDate.now(ZoneOffset.UTC) : until;
        eventsCsv.write(directory, from, last, response.getWriter());
    }

    /** A look at the feed that takes nothing from it: whoever reads it for good has a position of his own. */
    @GetMapping("/changes")
    Listed<JsonNode> changes(
            @PathVariable String directory,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit)
            throws JsonProcessingException {
        directories.require(directory);
        int size = Limits.of(limit);
        Batch batch = feed.look(directory, after, size);
        List<JsonNode> lines = new ArrayList<>(batch.lines().size());
        for (String line : batch.lines()) {
            lines.add(json.readTree(line));
        }
        return new Listed<>(lines, lines.size() < size ? null : Long.toString(batch.lastChange()));
    }
}
