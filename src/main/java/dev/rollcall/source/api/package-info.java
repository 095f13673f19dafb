/** One fetch from an API, whatever its protocol: requests, answers, and what a refusal means. */
@NamedInterface("api")
@NullMarked
package dev.rollcall.source.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
