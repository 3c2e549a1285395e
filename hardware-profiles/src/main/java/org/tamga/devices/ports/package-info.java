/** The small set of interfaces through which the terminal reaches any attached device. */
@NullMarked
package org.tamga.devices.ports;

import org.jspecify.annotations.NullMarked;
