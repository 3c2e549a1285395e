/**
 * What the screens of one operator terminal share: its journal with the projections of it, the
 * attached kit, the composition root.
 */
@NullMarked
package org.tamga.kiosk.station;

import org.jspecify.annotations.NullMarked;
