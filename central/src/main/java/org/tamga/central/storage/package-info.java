/** The database: one schema for SQLite and PostgreSQL. */
@NullMarked
package org.tamga.central.storage;

import org.jspecify.annotations.NullMarked;
