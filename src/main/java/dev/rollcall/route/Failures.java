package dev.rollcall.route;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import dev.rollcall.run.RunFailure;
import dev.rollcall.source.Problem;
import dev.rollcall.source.SourceFailure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What an exception of a step means to those who run the system. A message that may hold a value is not repeated. */
final class Failures {
    private static final String INSECURE =
            "no secure connection can be made. See whether the address is rightly https, and"
                    + " whether the server's certificate is valid, for this name, and its issuer known here.";

    private Failures() {}

    static Problem problem(String where, Throwable failure) {
        Throwable root = failure;
        boolean database = false;
        boolean handshake = false;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            @Nullable Problem told = told(each);
            if (told != null) {
                return told;
            }
            database |= each instanceof SQLException;
            // what lies behind it is a certificate that is not known, or a server that speaks no TLS and hung up
            handshake |= each instanceof SSLHandshakeException;
            root = each;
        }
        @Nullable String connection = database ? null : handshake ? INSECURE : connection(root);
        return connection != null
                ? RouteCode.CONNECTION.at(where, connection + " Nothing was changed.")
                : RouteCode.FAILED.at(
                        where,
                        "a step failed (" + name(failure)
                                + (failure.getCause() == null ? "" : ", because of " + name(root))
                                + "). Nothing was changed; the next run begins anew.");
    }

    /** Whether an SFTP server did not accept user name and password or key. */
    static boolean isLogin(@Nullable Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if ((each instanceof JSchException || each instanceof SftpException)
                    && String.valueOf(each.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("auth")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Problem told(Throwable failure) {
        return switch (failure) {
            case RunFailure told -> told.problem();
            case SourceFailure told -> told.problem();
            case HttpRefusal told -> told.problem();
            case SecretRefused told -> told.problem();
            default -> null;
        };
    }

    private static String name(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    /** What a connection's failure is and what to do; null when it is something else. Its messages name no person. */
    private static @Nullable String connection(Throwable root) {
        String said = root.getMessage() == null ? "" : root.getMessage();
        String words = said.toLowerCase(Locale.ROOT);
        boolean ssh = root instanceof JSchException || root instanceof SftpException;
        if (isLogin(root)) {
            return "the server does not accept the user name with this password or key. Correct them.";
        }
        if (ssh && words.contains("host") && words.contains("key")) {
            return "the server shows another key than the one in `knownHostsFile`. See whether it is the right server;"
                    + " if its key was changed on purpose, write the new one there.";
        }
        if (root instanceof SftpException refused && refused.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
            return "the folder is not there, or the file is not there any more. See whether `directory` is right; the next"
                    + " run looks again.";
        }
        if (root instanceof SftpException refused && refused.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
            return "the account may not read this folder, or not move files in it. Grant it.";
        }
        if (root instanceof SSLException) {
            return INSECURE;
        }
        if (root instanceof UnknownHostException) {
            return "the name of the server is not known. See whether the address is right, and whether this machine can"
                    + " look names up; the next run tries again.";
        }
        if (root instanceof ConnectException
                || root instanceof NoRouteToHostException
                || words.contains("connect timed out")
                || words.contains("connection refused")) {
            return "the system cannot be reached. See whether it runs, whether the address is right, and whether a"
                    + " firewall stands in between; the next run tries again.";
        }
        if (root instanceof SocketTimeoutException || words.contains("timed out") || words.contains("timeout")) {
            return "the system did not answer in time. The next run tries again; if that goes on, ask those who run it.";
        }
        return root instanceof IOException || ssh
                ? "the connection broke before everything had arrived. The next run tries again; if that goes on, see"
                        + " what stands in between."
                : null;
    }
}
