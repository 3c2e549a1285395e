/** Tests of the power state. */
@NullMarked
package org.tamga.devices.power;

import org.jspecify.annotations.NullMarked;
