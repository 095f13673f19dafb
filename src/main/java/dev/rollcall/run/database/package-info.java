/** The PostgreSQL server that runs inside when no other database is named. */
@NullMarked
package dev.rollcall.run.database;

import org.jspecify.annotations.NullMarked;
