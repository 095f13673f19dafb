package dev.rollcall.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rollcall.directory.Change;
import dev.rollcall.directory.ProfileCodec;
import dev.rollcall.employee.Attribute;
import java.util.Locale;

/**
 * One change as one line of JSON.
 *
 * <p>{@code idempotencyKey} is the user and his version: whoever has it already may drop the line.
 */
final class ChangeLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeLine() {}

    static String of(Change change) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", change.id());
        line.put("idempotencyKey", change.user() + ":" + change.userVersion());
        line.put("type", change.kind().toLowerCase(Locale.ROOT));
        line.put("reason", change.reason());
        line.put("at", change.at().toString());
        line.put("directory", change.directory());
        line.put("run", change.run());
        ObjectNode user = line.putObject("user");
        user.put("id", change.user().toString());
        user.put("externalId", change.externalId());
        user.put("version", change.userVersion());
        user.put("active", change.active());
        user.put("participates", change.participates());
        user.put("access", change.access().label());
        user.put("email", change.email());
        user.put("manager", change.manager() == null ? null : change.manager().toString());
        ArrayNode additional = user.putArray("additionalManagers");
        change.additionalManagers().forEach(each -> additional.add(each.toString()));
        // references are kept as HMACs, which mean nothing outside
        user.set(
                "attributes",
                ProfileCodec.tree(change.profile()
                        .without(Attribute.MANAGER.label())
                        .without(Attribute.ADDITIONAL_MANAGERS.label())));
        change.events().forEach(line.putArray("events")::add);
        change.changed().forEach(line.putArray("changed")::add);
        return line.toString();
    }
}
