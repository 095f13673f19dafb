package dev.rollcall.employee;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The words a directory knows: its places of work, the one spelling of each value, and what stands in for nothing.
 *
 * @param places the places of work by each of their folded names; empty: every location passes as it is
 * @param spellings of an attribute, the spelling kept by each folded spelling a source may send (rows 17, 63)
 * @param defaults given to whoever has none, where no source carries the attribute (row 53, D14)
 * @param grouping the attribute people are grouped by (row 61)
 * @param segmented attributes of which every value is a segment (row 62)
 */
public record Vocabulary(
        Map<String, Place> places,
        Map<String, Map<String, String>> spellings,
        Profile defaults,
        String grouping,
        Set<String> segmented) {
    private static final String LOCATION = Attribute.LOCATION.label();

    /** Nothing is configured: values pass as they are. */
    public static final Vocabulary NONE = new Vocabulary(
            Map.of(), Map.of(), Profile.EMPTY, Attribute.DEPARTMENT.label(), Set.of(Attribute.DEPARTMENT.label()));

    public Vocabulary {
        places = Map.copyOf(places);
        spellings = Map.copyOf(spellings);
        segmented = Set.copyOf(segmented);
    }

    /** A place of work; without a zone it has the directory's. */
    public record Place(String name, @Nullable ZoneId zone) {}

    /** The profile in the directory's own words; the same object when nothing in it changes. */
    public Profile canonical(Profile profile) {
        Profile result = profile;
        for (Map.Entry<String, Map<String, String>> attribute : spellings.entrySet()) {
            Value value = profile.values().get(attribute.getKey());
            Value spelt = value == null ? null : spelt(value, attribute.getValue());
            if (spelt != null && !spelt.equals(value)) {
                result = result.with(attribute.getKey(), spelt);
            }
        }
        return places.isEmpty() ? result : located(result);
    }

    /** The names of attributes that {@link #canonical} leaves blank: the location, when it is none of the places. */
    public List<String> blanked(Profile profile) {
        if (places.isEmpty() || !(profile.values().get(LOCATION) instanceof Value.Text text)) {
            return List.of();
        }
        return place(text) == null ? List.of(LOCATION) : List.of();
    }

    /** The place a text means, whichever of its names or aliases it is. */
    private @Nullable Place place(Value.Text written) {
        Value spelt = spelt(written, spellings.getOrDefault(LOCATION, Map.of()));
        return spelt instanceof Value.Text text ? places.get(Folding.fold(text.text())) : null;
    }

    /** A place nobody configured is left blank (row 45). */
    private Profile located(Profile profile) {
        if (!(profile.values().get(LOCATION) instanceof Value.Text text)) {
            return profile;
        }
        Place place = places.get(Folding.fold(text.text()));
        if (place == null) {
            return profile.with(LOCATION, Value.Cleared.CLEARED);
        }
        return place.name().equals(text.text()) ? profile : profile.with(LOCATION, new Value.Text(place.name()));
    }

    private static Value spelt(Value value, Map<String, String> spelling) {
        if (value instanceof Value.Text text) {
            String kept = spelling.get(Folding.fold(text.text()));
            return kept == null || kept.equals(text.text()) ? value : new Value.Text(kept);
        }
        if (value instanceof Value.Texts texts) {
            Set<String> kept = new LinkedHashSet<>();
            texts.texts().forEach(text -> kept.add(spelling.getOrDefault(Folding.fold(text), text)));
            return new Value.Texts(new ArrayList<>(kept));
        }
        return value;
    }

    /** The profile of a new user, with what stands in for nothing. */
    public Profile completed(Profile profile) {
        TreeMap<String, Value> values = new TreeMap<>(defaults.values());
        values.putAll(profile.values());
        return new Profile(values);
    }

    /** The value a person is grouped by (row 61). */
    public Optional<String> group(Profile profile) {
        return profile.value(grouping)
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .map(Value.Text::text);
    }

    /** Values of those of these attributes that are segments, each behind its attribute's name (row 62). */
    public List<String> segments(Profile profile, Collection<String> attributes) {
        List<String> segments = new ArrayList<>(1);
        for (String name : segmented) {
            if (!attributes.contains(name)) {
                continue;
            }
            Value value = profile.values().get(name);
            if (value instanceof Value.Text text) {
                segments.add(name + "=" + text.text());
            } else if (value instanceof Value.Texts texts) {
                texts.texts().forEach(text -> segments.add(name + "=" + text));
            }
        }
        return segments;
    }

    /** The zone of the place the person works at; empty where the place is unknown or has none of its own (D6). */
    public Optional<ZoneId> zone(Profile profile) {
        if (places.isEmpty() || !(profile.values().get(LOCATION) instanceof Value.Text text)) {
            return Optional.empty();
        }
        Place place = place(text);
        return place == null ? Optional.empty() : Optional.ofNullable(place.zone());
    }
}
