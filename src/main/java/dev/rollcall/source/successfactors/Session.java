package dev.rollcall.source.successfactors;

import dev.rollcall.source.api.ApiAnswer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cookies of one fetch. Each call without them begins a session of its own, of which a company may have only so many
 * (SAP knowledge base article 3308165). Never printed.
 */
final class Session {
    private final Map<String, String> cookies = new TreeMap<>();

    void keep(ApiAnswer answer) {
        answer.header("set-cookie").stream().flatMap(String::lines).forEach(this::keep);
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String value = pair.substring(equals + 1).strip();
        if (value.isEmpty() || value.equals("\"\"")) {
            cookies.remove(pair.substring(0, equals).strip());
        } else {
            cookies.put(pair.substring(0, equals).strip(), value);
        }
    }

    boolean isEmpty() {
        return cookies.isEmpty();
    }

    /** The value of the Cookie header. */
    String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
