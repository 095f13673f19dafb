package dev.rollcall.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.RuntimeCamelException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new UnknownHostException("hr.acme.example: An Maes"), "the name of the server is not known"),
                Arguments.of(new ConnectException("Connection refused"), "cannot be reached"),
                Arguments.of(new SocketTimeoutException("Read timed out"), "did not answer in time"),
                Arguments.of(new SSLException("Unsupported or unrecognized SSL message"), "no secure connection"),
                Arguments.of(
                        caused(new SSLHandshakeException("An Maes"), new CertPathBuilderException("An Maes")),
                        "no secure connection"),
                Arguments.of(
                        caused(new SSLHandshakeException("hung up"), new EOFException("An Maes")), "rightly https"),
                Arguments.of(
                        caused(new SSLException("An Maes"), new SocketException("Connection reset")),
                        "broke before everything had arrived"),
                Arguments.of(caused(new SQLException("An Maes"), new IOException("gone")), "a step failed"),
                Arguments.of(new IllegalStateException("An Maes"), "a step failed (RuntimeCamelException"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("failures")
    void whatAFailureMeansIsSaidAndNothingOfItsMessage(Exception failure, String said) {
        assertThat(Failures.problem("acme", new RuntimeCamelException(failure)).toString())
                .startsWith("acme  RTE-")
                .contains(said, "Nothing was changed")
                .doesNotContain("Maes");
    }

    private static Exception caused(Exception failure, Exception cause) {
        failure.initCause(cause);
        return failure;
    }
}
