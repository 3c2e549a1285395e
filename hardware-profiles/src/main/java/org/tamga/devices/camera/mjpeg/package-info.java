/** Network cameras that send Motion JPEG over HTTP. */
@NullMarked
package org.tamga.devices.camera.mjpeg;

import org.jspecify.annotations.NullMarked;
