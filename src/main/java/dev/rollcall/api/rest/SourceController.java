package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.ConsentView;
import dev.rollcall.api.DisconnectionView;
import dev.rollcall.api.Discovery;
import dev.rollcall.api.RunRequest;
import dev.rollcall.api.RunView;
import dev.rollcall.api.RuntimeOperations;
import dev.rollcall.api.SourceView;
import dev.rollcall.route.SourceTriggers.Asked;
import dev.rollcall.run.RunFailure;
import dev.rollcall.run.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sources: where they stand, and what can be asked of them. */
@RestController
@RequestMapping("/api/sources")
class SourceController {
    private static final long SECONDS_TO_OPEN = 10;

    private final RuntimeOperations operations;

    SourceController(RuntimeOperations operations) {
        this.operations = operations;
    }

    @GetMapping
    List<SourceView> all() {
        return operations.sources();
    }

    @GetMapping("/{source}")
    SourceView one(@PathVariable String source) {
        return operations.source(source);
    }

    /**
     * Begins a run and answers at once with its address (acceptance rows 114, 117). While another run of the source is
     * under way the address is the source's: one more run follows.
     */
    @PostMapping("/{source}/runs")
    ResponseEntity<?> run(@PathVariable String source, @RequestBody(required = false) @Nullable RunRequest request)
            throws InterruptedException {
        RunRequest wanted = request == null ? new RunRequest(false, false, false) : request;
        Asked asked = operations.ask(source, wanted, Trigger.By.REST);
        try {
            RunView run = operations.view(
                    asked.opened().get(SECONDS_TO_OPEN, TimeUnit.SECONDS).id());
            return ResponseEntity.accepted().location(address(run)).body(run);
        } catch (TimeoutException e) {
            return ResponseEntity.accepted()
                    .location(URI.create("/api/sources/" + source))
                    .body(operations.source(source));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RunFailure failure) {
                throw failure;
            }
            throw new IllegalStateException("the run could not be opened", e);
        }
    }

    /** A file in the request's body as a whole snapshot of the source; answers when the run has ended. */
    @PostMapping("/{source}/import")
    ResponseEntity<RunView> importFile(
            @PathVariable String source,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "upload.csv") String name,
            @RequestHeader HttpHeaders headers,
            InputStream content)
            throws IOException {
        try (content) {
            FileBody.check(headers);
            RunView run = operations.importFile(source, FileName.checked(name), content, dryRun);
            return ResponseEntity.created(address(run)).body(run);
        }
    }

    /** The fields the source really delivers, by a dry run that ends before the answer (acceptance row 65). */
    @PostMapping("/{source}/discover")
    Discovery discover(@PathVariable String source, @RequestParam(required = false) @Nullable String reference) {
        return operations.discover(source, reference);
    }

    /** From now on the source's runs apply their plans (acceptance row 125). */
    @PostMapping("/{source}/enable")
    SourceView enable(
            @PathVariable String source,
            @RequestParam(defaultValue = "false") boolean untested,
            @RequestParam(defaultValue = "false") boolean unadopted) {
        return operations.enable(source, untested, unadopted);
    }

    @PostMapping("/{source}/pause")
    SourceView pause(@PathVariable String source) {
        return operations.pause(source);
    }

    @PostMapping("/{source}/resume")
    SourceView resume(@PathVariable String source) {
        return operations.resume(source);
    }

    /** Ends the source; its users are kept, or lose access by a plan that is held (acceptance row 127). */
    @PostMapping("/{source}/disconnect")
    DisconnectionView disconnect(@PathVariable String source, @RequestParam String users) {
        boolean remove = switch (users) {
            case "keep" -> false;
            case "remove" -> true;
            default -> throw ApiCode.BAD_REQUEST.at("users", "expected keep or remove.");
        };
        return operations.disconnect(source, remove);
    }

    @GetMapping("/{source}/consent")
    ConsentView consent(@PathVariable String source) {
        return operations.consent(source);
    }

    /** Somebody accepts that a sub-processor handles personal data (acceptance row 131). */
    @PostMapping("/{source}/consent")
    ConsentView accept(@PathVariable String source, @RequestParam String by) {
        return operations.accept(source, by);
    }

    private static URI address(RunView run) {
        return URI.create("/api/runs/" + run.id());
    }
}
