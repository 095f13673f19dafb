package dev.rollcall.route;

import org.apache.camel.Exchange;

/**
 * A Kamelet's parameters, as its template put them into properties named {@code rollcall.<parameter>}.
 *
 * <p>Properties, not headers: headers go out with calls and are wiped.
 */
record Parameters(Exchange exchange) {
    /** Empty where the parameter is empty. */
    String text(String name) {
        return exchange.getProperty("rollcall." + name, "", String.class);
    }

    int number(String name) {
        return exchange.getProperty("rollcall." + name, 0, Integer.class);
    }

    boolean flag(String name) {
        return exchange.getProperty("rollcall." + name, false, Boolean.class);
    }
}
