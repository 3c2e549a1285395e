/** What is kept: one encrypted file per store, sealed rows, one connection each. */
@NullMarked
package org.tamga.station.store;

import org.jspecify.annotations.NullMarked;
