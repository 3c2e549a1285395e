/** Drivers of cameras. */
@NullMarked
package org.tamga.devices.camera;

import org.jspecify.annotations.NullMarked;
