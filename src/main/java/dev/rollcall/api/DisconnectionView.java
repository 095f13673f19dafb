package dev.rollcall.api;

import org.jspecify.annotations.Nullable;

/**
 * How a source was disconnected.
 *
 * @param unlinked users that lost their external id and stay as they are
 * @param plan the held plan that takes its users' access when somebody releases it; null when they are kept
 */
public record DisconnectionView(
        SourceView source, long unlinked, @Nullable RunView plan) {}
