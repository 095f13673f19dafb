package dev.rollcall.source.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rollcall.source.api.ApiAnswer;

/** Where an answer says something about its pages: at a place in its content, or in a header ({@code header:X-Total-Count}). */
record Said(String where) {
    private static final String HEADER = "header:";

    /** What it says; missing where it says nothing. */
    JsonNode in(ApiAnswer answer, JsonNode content) {
        return where.startsWith(HEADER)
                ? answer.header(where.substring(HEADER.length()).strip())
                        .<JsonNode>map(TextNode::valueOf)
                        .orElse(MissingNode.getInstance())
                : JsonPlace.of(where).in(content);
    }
}
