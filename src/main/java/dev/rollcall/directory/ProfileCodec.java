package dev.rollcall.directory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.employee.Attribute;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.Phone;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A profile as canonical JSON: the same profile is the same bytes.
 *
 * <p>Sensitive values are sealed in it (acceptance row 50). Columns that hold these bytes are opaque to SQL.
 */
public final class ProfileCodec {
    private static final String SEALED = "sealed";
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static volatile SensitiveKeys keys = SensitiveKeys.NONE;

    private ProfileCodec() {}

    /** From now on sensitive values are sealed by these; before a profile with one is written. */
    public static void sealBy(SensitiveKeys keys) {
        ProfileCodec.keys = keys;
    }

    /**
     * Canonical bytes to be kept, names in their order.
     *
     * @throws IllegalStateException when a value is sensitive and there is no key
     */
    public static byte[] encode(Profile profile) {
        return bytes(profile, true);
    }

    private static byte[] bytes(Profile profile, boolean sealing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, Value> entry : profile.values().entrySet()) {
                String name = entry.getKey();
                Value value = entry.getValue();
                json.writeFieldName(name);
                if (sealing && value != Value.Cleared.CLEARED && Attribute.isSensitive(name)) {
                    json.writeStartObject();
                    json.writeStringField(SEALED, keys.seal(name, bytes(Profile.EMPTY.with(name, value), false)));
                    json.writeEndObject();
                } else {
                    write(json, value);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The profile these bytes were made of.
     *
     * @throws UncheckedIOException when they were made by something else
     */
    public static Profile decode(byte[] bytes) {
        try {
            return ProfileReader.read(opened(MAPPER.readTree(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value whose key is lost is one that nobody told: its source will tell it again. */
    private static JsonNode opened(JsonNode tree) throws IOException {
        Iterator<Map.Entry<String, JsonNode>> fields = tree.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getValue().path(SEALED).isTextual()) {
                Optional<byte[]> value =
                        keys.open(field.getKey(), field.getValue().path(SEALED).textValue());
                if (value.isPresent()) {
                    field.setValue(MAPPER.readTree(value.get()).path(field.getKey()));
                } else {
                    fields.remove();
                }
            }
        }
        return tree;
    }

    /** A profile as a tree, for answers and feeds; whoever makes one hides first what is sensitive. */
    public static JsonNode tree(Profile profile) {
        try {
            return MAPPER.readTree(bytes(profile, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator json, Value value) throws IOException {
        switch (value) {
            case Value.Text text -> json.writeString(text.text());
            case Value.Texts texts -> {
                json.writeStartArray();
                for (String text : texts.texts()) {
                    json.writeString(text);
                }
                json.writeEndArray();
            }
            case Value.Day day -> json.writeString(day.date().toString());
            case Value.Flag flag -> json.writeBoolean(flag.on());
            case Value.Status status -> json.writeString(status.status().label());
            case Value.Emails emails -> {
                json.writeStartArray();
                for (Email email : emails.emails()) {
                    pair(json, "type", email.type().name().toLowerCase(Locale.ROOT), email.value());
                }
                json.writeEndArray();
            }
            case Value.Phones phones -> {
                json.writeStartArray();
                for (Phone phone : phones.phones()) {
                    pair(json, "type", phone.type(), phone.value());
                }
                json.writeEndArray();
            }
            case Value.Address address -> {
                json.writeStartObject();
                field(json, "street", address.street());
                field(json, "postalCode", address.postalCode());
                field(json, "locality", address.locality());
                field(json, "region", address.region());
                field(json, "country", address.country());
                json.writeEndObject();
            }
            case Value.Compensation pay -> {
                json.writeStartObject();
                field(json, "amount", pay.amount().toPlainString());
                field(json, "currency", pay.currency());
                field(json, "period", pay.period());
                json.writeEndObject();
            }
            case Value.Referred referred -> write(json, referred.reference());
            case Value.ReferredAll all -> {
                json.writeStartArray();
                for (Reference reference : all.references()) {
                    write(json, reference);
                }
                json.writeEndArray();
            }
            case Value.Cleared cleared -> json.writeNull();
        }
    }

    private static void write(JsonGenerator json, Reference reference) throws IOException {
        pair(json, "by", reference.by().name(), reference.value());
    }

    private static void pair(JsonGenerator json, String name, String kind, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField(name, kind);
        json.writeStringField("value", value);
        json.writeEndObject();
    }

    private static void field(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
