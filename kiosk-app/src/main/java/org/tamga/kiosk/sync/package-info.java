/** What waits for the centre, what the centre has acknowledged, and the way by USB stick. */
@NullMarked
package org.tamga.kiosk.sync;

import org.jspecify.annotations.NullMarked;
