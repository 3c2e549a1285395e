/** What is attached to a terminal. Start at {@link org.tamga.devices.DeviceKit}. */
@NullMarked
package org.tamga.devices;

import org.jspecify.annotations.NullMarked;
