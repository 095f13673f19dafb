/** The addresses under {@code /api}. */
@NullMarked
package dev.rollcall.api.rest;

import org.jspecify.annotations.NullMarked;
