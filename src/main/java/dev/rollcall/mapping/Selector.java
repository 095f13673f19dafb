package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;

/** Where in a record a value is found. A further format adds its own kind here. */
sealed interface Selector permits Selector.Column, Selector.Path, Selector.Element {
    /** As an integrator writes it. */
    String text();

    /** A column of a file; {@code slot} numbers the columns a mapping reads. */
    record Column(String text, int slot, At at) implements Selector {}

    /** A path in an XML record. */
    record Element(XmlPath path) implements Selector {
        @Override
        public String text() {
            return path.text();
        }
    }

    /** A path in a JSON record. */
    record Path(JsonPath path) implements Selector {
        @Override
        public String text() {
            return path.text();
        }
    }
}
