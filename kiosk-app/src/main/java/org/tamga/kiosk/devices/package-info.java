/** The panel of attached devices: what is there, what it last said, a self-test for each. */
@NullMarked
package org.tamga.kiosk.devices;

import org.jspecify.annotations.NullMarked;
