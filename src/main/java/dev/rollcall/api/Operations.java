package dev.rollcall.api;

import dev.rollcall.run.Plans.Category;
import dev.rollcall.source.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person can ask of Rollcall: here in this process, or of a server elsewhere.
 *
 * <p>What cannot be done is a {@link Refusal} or a {@code RunFailure}; a run that failed is a run, and says why.
 */
public interface Operations {
    /**
     * Brings a file in as a whole snapshot of a source, for which whoever calls vouches.
     *
     * @param name stands in origins and errors
     */
    RunView importFile(String source, String name, InputStream content, boolean dryRun);

    /**
     * Takes a file of a dry run that somebody looked at: links the users of UPDATED, makes those of CREATED.
     *
     * @param name stands in errors
     */
    UploadView upload(String directory, String name, InputStream content);

    /** Runs the source's route and waits for the end. */
    RunView run(String source, RunRequest request);

    /**
     * Looks at the fields that a source delivers, by a dry run of its route.
     *
     * @param reference key of the one person to look at; null: everybody
     */
    Discovery discover(String source, @Nullable String reference);

    /**
     * Applies what is held in a run's plan.
     *
     * @param users external ids; empty: everybody whose action is held
     */
    DecisionView release(String run, List<String> users);

    /**
     * Keeps users as they are, until what their source says of them changes.
     *
     * @param users external ids; empty: everybody whose action is held
     */
    DecisionView reject(String run, List<String> users);

    List<SourceView> sources();

    /**
     * Lets a source's runs apply their plans.
     *
     * @param untested although no dry run succeeded under the present configuration
     * @param unadopted although users there are already wait for somebody to link them
     */
    SourceView enable(String source, boolean untested, boolean unadopted);

    SourceView pause(String source);

    SourceView resume(String source);

    /**
     * Ends a source.
     *
     * @param removeUsers plans that everybody the source knows has left; otherwise its users stay, unmanaged
     */
    DisconnectionView disconnect(String source, boolean removeUsers);

    /** What has to be accepted of a source's sub-processor, and who did. */
    ConsentView consent(String source);

    /**
     * Writes down that the sub-processor is accepted.
     *
     * @param by the name of whoever accepts
     */
    ConsentView accept(String source, String by);

    /** Writes one of a plan's files; false, and nothing written, when the plan has nothing of this kind (row 121). */
    boolean writePlan(String run, Category category, OutputStream out) throws IOException;

    /** What was refused of a run's records, the first thousand. */
    List<Problem> rejections(String run);

    /** Users, and what is done to them by hand. */
    UserOperations users();

    /** What people are told. */
    NoticeOperations notices();
}
