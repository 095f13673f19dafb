package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.DirectoryNames;
import dev.rollcall.api.NoticeOperations;
import dev.rollcall.api.NoticeView;
import dev.rollcall.config.Configuration;
import dev.rollcall.config.Notices;
import dev.rollcall.config.Notices.Channel;
import dev.rollcall.config.Notices.Kind;
import dev.rollcall.config.Notices.Recipient;
import dev.rollcall.config.Notices.Switch;
import dev.rollcall.notice.Preferences;
import dev.rollcall.notice.Preferences.Wishes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The notices of a directory, and who wants which (acceptance rows 133-137). */
@RestController
@RequestMapping("/api/directories/{directory}/notices")
class NoticeController {
    private final NoticeOperations notices;
    private final DirectoryNames directories;
    private final Preferences preferences;
    private final Configuration configuration;

    NoticeController(
            NoticeOperations notices,
            DirectoryNames directories,
            Preferences preferences,
            Configuration configuration) {
        this.notices = notices;
        this.directories = directories;
        this.preferences = preferences;
        this.configuration = configuration;
    }

    /**
     * Whether somebody gets a kind of notice over a channel.
     *
     * @param recipient null: everybody
     * @param wanted in a request null: what the directory's file says
     */
    record PreferenceView(
            @Nullable String recipient,
            @Nullable String role,
            String kind,
            String channel,
            @Nullable Boolean wanted) {}

    @GetMapping
    Listed<NoticeView> list(
            @PathVariable String directory,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Limits.of(limit);
        return Listed.of(
                notices.list(directory, unread, after, size),
                size,
                Function.identity(),
                notice -> Long.toString(notice.id()));
    }

    @GetMapping("/{id:\\d+}")
    NoticeView one(@PathVariable String directory, @PathVariable long id) {
        return notices.one(directory, id);
    }

    @PostMapping("/{id:\\d+}/read")
    NoticeView read(@PathVariable String directory, @PathVariable long id) {
        return notices.markRead(directory, id);
    }

    /** What is on, for everybody and then for each person; a person gets what is on in both. */
    @GetMapping("/preferences")
    List<PreferenceView> preferences(@PathVariable String directory) {
        directories.require(directory);
        Wishes wishes = preferences.of(directory);
        List<PreferenceView> views = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Channel channel : Channel.values()) {
                views.add(new PreferenceView(null, null, kind.label(), label(channel), wishes.wants(kind, channel)));
            }
        }
        for (Recipient to : configuration.notices(directory).recipients()) {
            for (Kind kind : Kind.values()) {
                views.add(new PreferenceView(
                        to.email(),
                        label(to.role()),
                        kind.label(),
                        label(Channel.MAIL),
                        wishes.wants(to, kind, Channel.MAIL)));
            }
        }
        return views;
    }

    /** Says what somebody wants from now on; it outranks the directory's file. */
    @PutMapping("/preferences")
    List<PreferenceView> prefer(@PathVariable String directory, @RequestBody PreferenceView wish) {
        directories.require(directory);
        Notices configured = configuration.notices(directory);
        if (wish.recipient() != null
                && configured.recipients().stream().noneMatch(to -> to.email().equals(wish.recipient()))) {
            throw ApiCode.NO_SUCH_RECIPIENT.at(
                    "recipient", "the directory's file names nobody of this address under notices.recipients.");
        }
        Kind kind = find(Kind.values(), Kind::label, wish.kind(), "kind");
        Channel channel = find(Channel.values(), NoticeController::label, wish.channel(), "channel");
        preferences.say(directory, wish.recipient(), new Switch(kind, channel), wish.wanted());
        return preferences(directory);
    }

    private static <T> T find(T[] values, Function<T, String> label, @Nullable String wanted, String where) {
        return Arrays.stream(values)
                .filter(value -> label.apply(value).equals(wanted))
                .findFirst()
                .orElseThrow(() -> ApiCode.BAD_REQUEST.at(
                        where,
                        "expected one of "
                                + String.join(
                                        ", ", Arrays.stream(values).map(label).toList())
                                + "."));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
