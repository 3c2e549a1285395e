/** Where the power comes from. */
@NullMarked
package org.tamga.devices.power;

import org.jspecify.annotations.NullMarked;
