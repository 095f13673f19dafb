package dev.rollcall.simulator.successfactors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.rollcall.simulator.HttpExchanges;
import java.io.IOException;

/** Answers as OData has them. */
final class Exchanges {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Exchanges() {}

    static void error(HttpExchange exchange, String code, String message) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("error")
                .put("code", code)
                .putObject("message")
                .put("lang", "en-US")
                .put("value", message);
        json(exchange, 400, answer);
    }

    static void json(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        HttpExchanges.send(exchange, status, "application/json;charset=utf-8", body.toString());
    }
}
