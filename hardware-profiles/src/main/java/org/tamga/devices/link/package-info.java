/**
 * Bytes to and from a device: serial lines, character devices, in-process pairs; and questions that
 * may hang.
 */
@NullMarked
package org.tamga.devices.link;

import org.jspecify.annotations.NullMarked;
