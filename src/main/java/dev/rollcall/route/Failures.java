package dev.rollcall.route;

import dev.rollcall.run.RunFailure;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** What an exception of a step means to those who run the system. A message that may hold a value is not repeated. */
final class Failures {
    private static final String NO_MESSAGE = "";

    private Failures() {}

    static Problem problem(String where, Throwable failure) {
        Throwable root = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof RunFailure told) {
                return told.problem();
            }
            if (each instanceof SourceFailure told) {
                return told.problem();
            }
            if (each instanceof HttpRefusal told) {
                return told.problem();
            }
            if (each instanceof SecretRefused told) {
                return told.problem();
            }
            root = each;
        }
        String message = speaksOfTheConnection(root) ? ": " + root.getMessage() : NO_MESSAGE;
        return RouteCode.FAILED.at(
                where,
                "a step failed (" + name(failure) + (failure.getCause() == null ? "" : ", because of " + name(root))
                        + message + "). Nothing was changed; the next run begins anew.");
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** Messages about hosts, keys and passwords refused name no person. */
    private static boolean speaksOfTheConnection(Throwable root) {
        return root.getMessage() != null
                && (root.getClass().getName().startsWith("com.jcraft.jsch.")
                        || root instanceof SocketException
                        || root instanceof SocketTimeoutException
                        || root instanceof UnknownHostException
                        || root.getClass() == IOException.class);
    }
}
