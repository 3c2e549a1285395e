/** The public record that this terminal leaves for anyone to verify. */
@NullMarked
package org.tamga.station.record;

import org.jspecify.annotations.NullMarked;
