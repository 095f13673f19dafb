package dev.rollcall.api;

/**
 * What kind of run is wanted.
 *
 * @param full read everything, also where only changes would do
 * @param allowEmpty the source is really empty: an empty snapshot removes everybody, within the safeguards
 */
public record RunRequest(boolean dryRun, boolean full, boolean allowEmpty) {}
