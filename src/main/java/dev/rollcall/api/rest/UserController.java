package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Refusal;
import dev.rollcall.directory.store.KnownUsers;
import dev.rollcall.directory.store.KnownUsers.Filter;
import dev.rollcall.directory.store.KnownUsers.Known;
import dev.rollcall.run.HandEdits;
import dev.rollcall.run.SourceLife;
import java.net.URI;
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
    private final HandEdits edits;
    private final SourceLife life;

    UserController(DirectoryNames directories, KnownUsers users, HandEdits edits, SourceLife life) {
        this.directories = directories;
        this.users = users;
        this.edits = edits;
        this.life = life;
    }

    @GetMapping
    Listed<UserView> list(
            @PathVariable String directory,
            @RequestParam(required = false) @Nullable String externalId,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        directories.require(directory);
        int size = Limits.of(limit);
        return Listed.of(
                users.page(directory, new Filter(externalId, email, active), after, size),
                size,
                UserView::of,
                user -> user.id().toString());
    }

    @GetMapping("/{id}")
    UserView one(@PathVariable String directory, @PathVariable UUID id) {
        directories.require(directory);
        return users.find(directory, id).map(UserView::of).orElseThrow(() -> noSuchUser(directory));
    }

    @PostMapping
    ResponseEntity<UserView> create(@PathVariable String directory, @RequestBody UserEdit edit) {
        directories.require(directory);
        life.requireUsersByHand(directory);
        Known made = edits.create(directory, edit.profile());
        return ResponseEntity.created(URI.create("/api/directories/" + directory + "/users/" + made.id()))
                .body(UserView.of(made));
    }

    @PatchMapping("/{id}")
    UserView edit(@PathVariable String directory, @PathVariable UUID id, @RequestBody UserEdit edit) {
        directories.require(directory);
        return UserView.of(edits.edit(directory, id, edit.profile()));
    }

    private static Refusal noSuchUser(String directory) {
        return ApiCode.NO_SUCH_USER.at(
                "directory=" + directory, "there is no user of this id. Look him up by his external id.");
    }
}
