package dev.rollcall.source.json;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An API as its documentation describes it.
 *
 * @param url with the parameters that every request has
 * @param post the request is a POST, and what it asks for stands in its body
 * @param body of a POST, a JSON object; the rest is added to it
 * @param headers besides the signatures
 * @param fields asked for by name, in the parameter {@code fieldsParameter}; none: what the API sends unasked
 * @param page how its pages are asked for
 */
public record JsonApi(
        URI url,
        boolean post,
        String body,
        Map<String, String> headers,
        List<Signature> signatures,
        List<String> fields,
        String fieldsParameter,
        PageForm page,
        Records records,
        Optional<ChangedSince> changedSince) {
    public JsonApi {
        headers = Map.copyOf(headers);
        signatures = List.copyOf(signatures);
        fields = List.copyOf(fields);
    }

    /**
     * Pages.
     *
     * @param sizeParameter takes the size; empty: the API decides
     */
    public record PageForm(Paging paging, String sizeParameter, int size) {
        public static final PageForm ONE = new PageForm(new Paging.None(), "", 0);
    }

    /**
     * Where an answer holds its records, and what it says of them.
     *
     * @param path of the list
     * @param within of the record in an element of the list; empty: the element is the record
     * @param id of a record, by which one that came twice is known; empty: the whole record
     * @param total where the answer tells how many there are altogether; empty: nowhere
     * @param more where the answer tells whether another page follows, a boolean; empty: nowhere
     */
    public record Records(String path, String within, String id, String total, String more) {
        public static Records at(String path) {
            return new Records(path, "", "", "", "");
        }
    }
}
