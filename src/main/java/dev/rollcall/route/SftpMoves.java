package dev.rollcall.route;

import dev.rollcall.run.RunCode;
import dev.rollcall.run.RunFailure;
import dev.rollcall.source.SourceCode;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.strategy.GenericFileExpressionRenamer;
import org.apache.camel.component.file.strategy.GenericFileProcessStrategySupport;
import org.apache.camel.support.builder.ExpressionBuilder;
import org.springframework.stereotype.Component;

/**
 * Where a supplier's file goes when its run has ended: to {@code .done}, or to {@code .failed} when something is wrong with
 * the file. What is wrong with the line or the runtime leaves it where it is, for the next run; and so does a file of
 * changes, whatever is wrong.
 */
@Component("sftpMoves")
class SftpMoves extends GenericFileProcessStrategySupport<Object> {
    private static final Set<String> PASSING = Set.of(
            RouteCode.CONNECTION.id(),
            RouteCode.STOPPED.id(),
            SourceCode.NOT_READ.id(),
            RunCode.STAGING_LOST.id(),
            RunCode.INTERRUPTED.id(),
            RunCode.TAKEN_OVER.id(),
            RunCode.DATABASE.id());

    @Override
    public void commit(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws Exception {
        super.commit(operations, endpoint, exchange, file);
        move(".done", operations, exchange, file);
    }

    @Override
    public void rollback(
            GenericFileOperations<Object> operations,
            GenericFileEndpoint<Object> endpoint,
            Exchange exchange,
            GenericFile<Object> file)
            throws Exception {
        super.rollback(operations, endpoint, exchange, file);
        if (!isPassing(exchange) && !isDelta(exchange)) {
            move(".failed", operations, exchange, file);
        }
    }

    /** The changes in it stand in no other file: later ones wait until it is put right or taken away by somebody. */
    private static boolean isDelta(Exchange exchange) {
        return "delta".equals(exchange.getProperty("sftpKind", String.class));
    }

    private static boolean isPassing(Exchange exchange) {
        return exchange.getException() instanceof RunFailure failure
                && PASSING.contains(failure.problem().code());
    }

    private void move(
            String folder, GenericFileOperations<Object> operations, Exchange exchange, GenericFile<Object> file) {
        if (!exchange.getProperty("sftpNoop", false, Boolean.class)) {
            String name = folder + "/" + exchange.getProperty("sftpStamp") + "/" + file.getFileNameOnly();
            renameFile(
                    operations,
                    file,
                    new GenericFileExpressionRenamer<>(ExpressionBuilder.constantExpression(name))
                            .renameFile(operations, exchange, file));
        }
    }
}
