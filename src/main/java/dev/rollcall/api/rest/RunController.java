package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.DecisionView;
import dev.rollcall.api.RunView;
import dev.rollcall.api.RuntimeOperations;
import dev.rollcall.run.PlannedAction;
import dev.rollcall.run.Plans;
import dev.rollcall.run.Plans.Category;
import dev.rollcall.source.Problem;
import dev.rollcall.source.RunId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One run: its plan, what was refused, and the decision about what is held. */
@RestController
@RequestMapping("/api/runs/{run}")
class RunController {
    private final RuntimeOperations operations;
    private final Plans plans;

    RunController(RuntimeOperations operations, Plans plans) {
        this.operations = operations;
        this.plans = plans;
    }

    @GetMapping
    RunView one(@PathVariable String run) {
        return operations.view(new RunId(run));
    }

    @GetMapping("/plan")
    Listed<ActionView> plan(
            @PathVariable String run,
            @RequestParam(defaultValue = "-1") long after,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Limits.of(limit);
        List<PlannedAction> page = plans.page(operations.planned(run), after, size);
        return Listed.of(page, size, ActionView::of, action -> Long.toString(action.seq()));
    }

    @GetMapping("/rejections")
    List<Problem> rejections(@PathVariable String run) {
        return operations.rejections(run);
    }

    /** One of the three files; there is none of an empty category (acceptance rows 118-121). */
    @GetMapping("/{category:created|updated|deleted}.csv")
    void csv(@PathVariable String run, @PathVariable String category, HttpServletResponse response) throws IOException {
        Category wanted = Category.valueOf(category.toUpperCase(Locale.ROOT));
        if (!plans.has(operations.planned(run), wanted)) {
            throw ApiCode.EMPTY_CATEGORY.at("run=" + run, "the plan has nobody who would be " + category + ".");
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(run + "-" + category + ".csv")
                        .build()
                        .toString());
        operations.writePlan(run, wanted, response.getOutputStream());
    }

    @PostMapping("/release")
    DecisionView release(@PathVariable String run, @RequestBody(required = false) @Nullable Chosen chosen) {
        return operations.release(run, chosen == null ? List.of() : chosen.users());
    }

    @PostMapping("/reject")
    DecisionView reject(@PathVariable String run, @RequestBody(required = false) @Nullable Chosen chosen) {
        return operations.reject(run, chosen == null ? List.of() : chosen.users());
    }

    /** External ids of those a decision is about. */
    record Chosen(List<String> users) {
        Chosen {
            users = List.copyOf(users);
        }
    }
}
