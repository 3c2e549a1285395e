/** Bytes to and from a device: serial lines, character devices, in-process pairs. */
@NullMarked
package org.tamga.devices.link;

import org.jspecify.annotations.NullMarked;
