package dev.rollcall.run;

import dev.rollcall.employee.Attribute;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant by a name in a story. All stories share a database, so that keys and addresses carry the directory's name:
 * {@code ann} is sent as {@code ann.d1f3…}, and nothing else in the database says so.
 */
final class StoryNames {
    private final Engine engine;
    private final Map<String, UUID> first = new TreeMap<>();
    private final Map<UUID, String> names = new TreeMap<>();

    StoryNames(Engine engine) {
        this.engine = engine;
    }

    static Attribute attribute(String name) {
        return Attribute.named(name).orElseThrow(() -> new IllegalArgumentException("there is no `" + name + "`"));
    }

    /** The key a source sends. */
    String key(String name) {
        return name + "." + engine.directory;
    }

    String address(String written) {
        return written.replace("@", "." + engine.directory + "@");
    }

    /** {@code ann} of the source hr, or {@code payroll:ann}. */
    String externalId(String name) {
        return key(name.contains(":") ? name : "hr:" + name);
    }

    /** The other way round: as a story writes a key, an address, or what leads to a user. */
    String plain(String text) {
        return text.replace("." + engine.directory, "").replaceFirst("^hr:", "");
    }

    /** Remembers who was the user of this name when there first was one. */
    void remember() {
        engine.users().forEach((name, user) -> {
            first.putIfAbsent(name, user.id());
            names.putIfAbsent(user.id(), plain(name));
        });
    }

    UUID first(String name) {
        UUID id = first.get(externalId(name));
        if (id == null) {
            throw new AssertionError(name + " was nobody so far");
        }
        return id;
    }

    /** The name under which a user was seen first. */
    String of(UUID id) {
        return names.getOrDefault(id, id.toString());
    }

    /** The user of this name now, else who was it first; null: there never was one. */
    Engine.@Nullable Known user(String name) {
        Map<String, Engine.Known> users = engine.users();
        Engine.Known now = users.get(externalId(name));
        return now != null
                ? now
                : users.values().stream()
                        .filter(user -> user.id().equals(first.get(externalId(name))))
                        .findFirst()
                        .orElse(null);
    }
}
