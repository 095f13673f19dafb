package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.DirectoryNames;
import dev.rollcall.api.Refusal;
import dev.rollcall.api.RuntimeUsers;
import dev.rollcall.api.UserEdit;
import dev.rollcall.api.UserView;
import dev.rollcall.directory.store.KnownUsers;
import dev.rollcall.directory.store.KnownUsers.Filter;
import java.net.URI;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The users of a directory: looked up, and changed by hand. */
@RestController
@RequestMapping("/api/directories/{directory}/users")
class UserController {
    private final DirectoryNames directories;
    private final KnownUsers users;
    private final RuntimeUsers byHand;

    UserController(DirectoryNames directories, KnownUsers users, RuntimeUsers byHand) {
        this.directories = directories;
        this.users = users;
        this.byHand = byHand;
    }

    @GetMapping
    Listed<UserView> list(
            @PathVariable String directory,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String tenureBelow,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        directories.require(directory);
        int size = Limits.of(limit);
        return Listed.of(
                users.page(
                        directory,
                        new Filter(externalId, email, active, group, startedAfter(directory, tenureBelow)),
                        after,
                        size),
                size,
                user -> byHand.view(directory, user),
                user -> user.id().toString());
    }

    @GetMapping("/{id}")
    UserView one(@PathVariable String directory, @PathVariable UUID id) {
        directories.require(directory);
        return users.find(directory, id)
                .map(user -> byHand.view(directory, user))
                .orElseThrow(() -> noSuchUser(directory));
    }

    /** One by his external id, address or id. */
    @GetMapping("/named")
    UserView named(@PathVariable String directory, @RequestParam String user) {
        return byHand.show(directory, user);
    }

    @PostMapping
    ResponseEntity<UserView> create(@PathVariable String directory, @RequestBody UserEdit edit) {
        UserView made = byHand.create(directory, edit);
        return ResponseEntity.created(URI.create("/api/directories/" + directory + "/users/" + made.id()))
                .body(made);
    }

    @PatchMapping("/{id}")
    UserView edit(@PathVariable String directory, @PathVariable UUID id, @RequestBody UserEdit edit) {
        directories.require(directory);
        return byHand.edit(directory, id, edit);
    }

    /** Locks the user out until an administrator lets him in again (acceptance D31). */
    @PostMapping("/{id}/suspend")
    UserView suspend(
            @PathVariable String directory,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Suspend suspend) {
        directories.require(directory);
        return byHand.view(directory, byHand.suspend(directory, id, true, suspend == null ? null : suspend.because()));
    }

    @PostMapping("/{id}/unsuspend")
    UserView unsuspend(@PathVariable String directory, @PathVariable UUID id) {
        directories.require(directory);
        return byHand.view(directory, byHand.suspend(directory, id, false, null));
    }

    /** Why somebody is locked out; it is kept with the user. */
    record Suspend(@Nullable String because) {}

    /** Whoever started after this day has been here for less than the time (acceptance row 67). */
    private @Nullable LocalDate startedAfter(String directory, @Nullable String tenureBelow) {
        try {
            return tenureBelow == null ? null : byHand.today(directory).minus(Period.parse(tenureBelow));
        } catch (DateTimeParseException e) {
            throw ApiCode.BAD_REQUEST.at("tenureBelow", "expected a time such as P1Y or P6M (ISO 8601).");
        }
    }

    private static Refusal noSuchUser(String directory) {
        return ApiCode.NO_SUCH_USER.at(
                "directory=" + directory, "there is no user of this id. Look him up by his external id.");
    }
}
