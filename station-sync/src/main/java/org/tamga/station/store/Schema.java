package org.tamga.station.store;

import java.util.List;

/**
 * The tables of one kind of store. A change of {@code statements} is a new {@code version}; a store
 * of another version is refused (ST-08), never converted in passing on election day.
 *
 * @param name kind of store, e.g. {@code journal}
 * @param version 1 or more
 * @param statements SQL that creates the tables
 */
record Schema(String name, int version, List<String> statements) {}
