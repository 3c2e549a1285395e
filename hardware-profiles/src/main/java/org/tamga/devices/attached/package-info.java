/** What is plugged into this machine, as the kernel tells it, and which profile fits. */
@NullMarked
package org.tamga.devices.attached;

import org.jspecify.annotations.NullMarked;
