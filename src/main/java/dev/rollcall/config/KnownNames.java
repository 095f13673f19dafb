package dev.rollcall.config;

import java.util.Map;
import java.util.Set;

/**
 * What routes may name.
 *
 * @param directoryOf the directory of each mapping that could be read
 */
record KnownNames(Set<String> mappings, Set<String> directories, Map<String, String> directoryOf) {}
