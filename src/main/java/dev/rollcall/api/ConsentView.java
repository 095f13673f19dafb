package dev.rollcall.api;

import dev.rollcall.run.Consents.Consent;
import org.jspecify.annotations.Nullable;

/**
 * What has to be accepted before a sub-processor handles personal data.
 *
 * @param version of the text as it is now
 * @param given null when nobody has accepted it
 */
public record ConsentView(
        String text, String version, @Nullable Consent given) {}
