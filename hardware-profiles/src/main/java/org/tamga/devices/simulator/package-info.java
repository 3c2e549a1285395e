/** Devices without hardware: part of the product, used by rehearsals, demonstrations and tests. */
@NullMarked
package org.tamga.devices.simulator;

import org.jspecify.annotations.NullMarked;
