package dev.rollcall.api.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.api.RunView;
import dev.rollcall.run.RunLedger;
import dev.rollcall.target.Feed;
import dev.rollcall.target.Feed.Batch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    DirectoryController(DirectoryNames directories, RunLedger ledger, Feed feed, ObjectMapper json) {
        this.directories = directories;
        this.ledger = ledger;
        this.feed = feed;
        this.json = json;
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
