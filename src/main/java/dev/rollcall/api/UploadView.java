package dev.rollcall.api;

import dev.rollcall.run.PlanUploads.Uploaded;

/**
 * What came of a plan's file that was uploaded.
 *
 * @param linked users that got their external id
 * @param created users made at once
 * @param unchanged lines whose user was there already with this external id
 */
public record UploadView(String directory, long linked, long created, long unchanged) {
    static UploadView of(String directory, Uploaded uploaded) {
        return new UploadView(directory, uploaded.linked(), uploaded.created(), uploaded.unchanged());
    }
}
