package dev.rollcall.directory;

import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Written;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user in the making: of {@code hr:1}, with access, taking part, nothing known of him, until a test says otherwise. */
public final class KnownUser {
    public static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private @Nullable String externalId = "hr:1";
    private AccessState access = AccessState.ACTIVE;
    private boolean participates = true;
    private @Nullable Instant participationAt;
    private Profile profile = Profile.EMPTY;
    private @Nullable String managerSource;
    private @Nullable Instant next;
    private @Nullable Instant accessEndedAt;
    private boolean hadAccess = true;
    private @Nullable Instant deprovisionsAt;
    private @Nullable String keptAgainst;
    private @Nullable String heldFor;

    private KnownUser() {}

    public static KnownUser active() {
        return new KnownUser();
    }

    public static KnownUser preHire() {
        KnownUser user = new KnownUser().takesNoPart();
        user.access = AccessState.PRE_HIRE;
        user.hadAccess = false;
        return user;
    }

    public static KnownUser deactivated(String at) {
        KnownUser user = new KnownUser();
        user.access = AccessState.DEACTIVATED;
        user.accessEndedAt = Instant.parse(at);
        return user;
    }

    public static KnownUser quarantined(String until) {
        KnownUser user = new KnownUser();
        user.access = AccessState.QUARANTINED;
        user.deprovisionsAt = Instant.parse(until);
        return user;
    }

    public static KnownUser deprovisioned() {
        KnownUser user = new KnownUser().takesNoPart();
        user.access = AccessState.DEPROVISIONED;
        return user;
    }

    public KnownUser hadAccess(boolean ever) {
        hadAccess = ever;
        return this;
    }

    public KnownUser unlinked() {
        externalId = null;
        return this;
    }

    public KnownUser linkedTo(String id) {
        externalId = id;
        return this;
    }

    public KnownUser takesNoPart() {
        participates = false;
        return this;
    }

    public KnownUser takesPartFrom(String at) {
        participationAt = Instant.parse(at);
        return takesNoPart();
    }

    public KnownUser has(String written) {
        profile = Written.profile(written);
        return this;
    }

    public KnownUser managedAs(String source) {
        managerSource = source;
        return this;
    }

    public KnownUser turnsAt(String at) {
        next = Instant.parse(at);
        return this;
    }

    public KnownUser keptAgainst(String evidence) {
        keptAgainst = evidence;
        return this;
    }

    public KnownUser heldFor(String reason) {
        heldFor = reason;
        return this;
    }

    public User user() {
        return new User(
                ID,
                3,
                externalId,
                access,
                false,
                participates,
                participationAt,
                profile,
                profile.email().orElse(null),
                managerSource,
                next,
                accessEndedAt,
                hadAccess,
                deprovisionsAt,
                keptAgainst,
                heldFor);
    }
}
