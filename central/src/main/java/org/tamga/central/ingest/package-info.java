/** Receiving: items of the terminals over mutual TLS or from a folder. */
@NullMarked
package org.tamga.central.ingest;

import org.jspecify.annotations.NullMarked;
