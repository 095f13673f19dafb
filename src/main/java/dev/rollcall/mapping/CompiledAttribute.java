package dev.rollcall.mapping;

import dev.rollcall.mapping.yaml.At;

/**
 * One attribute, compiled.
 *
 * @param from the columns or paths it reads, as the integrator wrote them
 */
record CompiledAttribute(String name, At at, String from, Readings.Reading reading) {
    /** How messages name the attribute, its origin in the record and its line in the mapping. */
    String where() {
        String label = name.equals("key") || name.equals("gone") ? name : "employee." + name;
        return label + (from.isEmpty() ? "" : ", from " + from) + " (" + at + ")";
    }
}
