package dev.rollcall.directory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rollcall.employee.Email;
import dev.rollcall.employee.Phone;
import dev.rollcall.employee.Profile;
import dev.rollcall.employee.Reference;
import dev.rollcall.employee.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A profile as canonical JSON: the same profile is the same bytes.
 *
 * <p>Columns that hold these bytes are opaque to SQL, so that encrypting them later changes this class alone.
 */
public final class ProfileCodec {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProfileCodec() {}

    /** Canonical bytes, names in their order. */
    public static byte[] encode(Profile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, Value> entry : profile.values().entrySet()) {
                json.writeFieldName(entry.getKey());
                write(json, entry.getValue());
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
            return ProfileReader.read(MAPPER.readTree(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as a tree, for answers and feeds. */
    public static JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
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
