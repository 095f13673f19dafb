package dev.rollcall.api.rest;

import dev.rollcall.api.ApiCode;
import dev.rollcall.api.Refusal;
import dev.rollcall.route.RouteCode;
import dev.rollcall.run.LifeCode;
import dev.rollcall.run.RunCode;
import dev.rollcall.run.RunFailure;
import dev.rollcall.source.Code;
import dev.rollcall.source.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Everything that goes wrong as RFC 9457 says it, with the code of the problem; never a value somebody sent. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Map<String, HttpStatus> STATUS = Stream.of(
                    of(HttpStatus.NOT_FOUND, ApiCode.NO_SUCH_DIRECTORY, ApiCode.NO_SUCH_SOURCE, ApiCode.NO_SUCH_USER),
                    of(HttpStatus.NOT_FOUND, ApiCode.EMPTY_CATEGORY, ApiCode.NO_SUCH_NOTICE, ApiCode.NO_SUCH_RECIPIENT),
                    of(HttpStatus.BAD_REQUEST, ApiCode.BAD_REQUEST),
                    of(HttpStatus.TOO_MANY_REQUESTS, LifeCode.TOO_OFTEN),
                    of(HttpStatus.GONE, LifeCode.EXPIRED),
                    of(
                            HttpStatus.CONFLICT,
                            LifeCode.NOT_TESTED,
                            LifeCode.NO_CONSENT,
                            LifeCode.ANOTHER_SOURCE,
                            LifeCode.PAUSED,
                            LifeCode.DISCONNECTED,
                            LifeCode.NOT_ENABLED,
                            LifeCode.BY_HAND,
                            LifeCode.NOT_ADOPTED),
                    of(HttpStatus.NOT_FOUND, RunCode.NOT_IN_PLAN),
                    of(HttpStatus.CONFLICT, RunCode.NO_LICENSE),
                    Map.of(
                            RunCode.NO_SUCH_RUN.id(), HttpStatus.NOT_FOUND,
                            RunCode.NO_SUCH_USER.id(), HttpStatus.NOT_FOUND,
                            RunCode.UNDER_WAY.id(), HttpStatus.CONFLICT,
                            RunCode.NOT_HELD.id(), HttpStatus.CONFLICT,
                            RunCode.CONFIGURATION_CHANGED.id(), HttpStatus.CONFLICT,
                            RunCode.EMAIL_TAKEN.id(), HttpStatus.CONFLICT,
                            RouteCode.NO_SUCH_SOURCE.id(), HttpStatus.NOT_FOUND,
                            RouteCode.NOT_CONFIGURED.id(), HttpStatus.CONFLICT,
                            RouteCode.STOPPED.id(), HttpStatus.CONFLICT))
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Clock clock;

    Problems(Clock clock) {
        this.clock = clock;
    }

    private static Map<String, HttpStatus> of(HttpStatus status, Code... codes) {
        return Arrays.stream(codes).collect(Collectors.toMap(Code::id, code -> status));
    }

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return detail(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RunFailure failure) {
        ProblemDetail detail = detail(failure.problem());
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(detail.getStatus());
        failure.retryAt().ifPresent(at -> answer.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(at))));
        return answer.body(detail);
    }

    private long seconds(Instant until) {
        return Math.max(1, Duration.between(clock.instant(), until).toSeconds() + 1);
    }

    @ExceptionHandler
    ProblemDetail unreadable(MethodArgumentTypeMismatchException mismatch) {
        return detail(new Problem(
                mismatch.getName(), ApiCode.BAD_REQUEST.id(), "the value is of another form than expected."));
    }

    @ExceptionHandler
    ProblemDetail defect(RuntimeException defect) {
        // a database's message holds rows
        LOG.error("a request failed ({})", defect.getClass().getName());
        LOG.debug("a request failed", defect);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The request could not be answered. The server's log has the moment and the kind of failure.");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return ResponseEntity.badRequest()
                .body(detail(new Problem(
                        "body",
                        ApiCode.BAD_REQUEST.id(),
                        "the body is not the JSON that is expected here. See /api/openapi; names are checked.")));
    }

    static ProblemDetail detail(Problem problem) {
        HttpStatus status = STATUS.getOrDefault(problem.code(), HttpStatus.UNPROCESSABLE_ENTITY);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, problem.message());
        detail.setProperty("code", problem.code());
        detail.setProperty("where", problem.where());
        return detail;
    }
}
