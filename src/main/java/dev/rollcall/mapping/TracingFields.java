package dev.rollcall.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that remember where something was found. */
final class TracingFields implements Fields {
    private final Fields fields;
    private final @Nullable JsonNode root;
    private final List<String> places = new ArrayList<>();

    TracingFields(Fields fields) {
        this.fields = fields;
        this.root = fields instanceof JsonFields json ? json.root() : null;
    }

    @Override
    public List<String> read(Selector selector) {
        List<String> texts = fields.read(selector);
        if (!texts.isEmpty()) {
            switch (selector) {
                case Selector.Column column -> places.add(column.text());
                case Selector.Path path -> locate(path);
                case Selector.Element element -> {
                    if (fields instanceof XmlFields xml) {
                        places.addAll(xml.places(element.path()));
                    }
                }
            }
        }
        return texts;
    }

    private void locate(Selector.Path path) {
        if (root != null) {
            path.path().locate(root).stream()
                    .filter(hit -> !Texts.isEmpty(JsonFields.text(hit.node(), path)))
                    .forEach(hit -> places.add(hit.path()));
        }
    }

    List<String> places() {
        return List.copyOf(places);
    }
}
