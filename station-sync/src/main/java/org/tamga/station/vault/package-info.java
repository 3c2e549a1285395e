/** Who opens the terminal: the data key shared among officials, and the terminal's own keys. */
@NullMarked
package org.tamga.station.vault;

import org.jspecify.annotations.NullMarked;
