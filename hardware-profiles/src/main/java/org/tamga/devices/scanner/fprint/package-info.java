/**
 * USB readers through libfprint 2. The library runs in a process of its own: it works on GLib's one
 * default main loop, which a graphical terminal already uses, and it ends its process when a driver
 * breaks an assertion.
 */
@NullMarked
package org.tamga.devices.scanner.fprint;

import org.jspecify.annotations.NullMarked;
