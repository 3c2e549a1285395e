/** From the stored register to the gallery that fingers are searched in. */
@NullMarked
package org.tamga.station.register;

import org.jspecify.annotations.NullMarked;
