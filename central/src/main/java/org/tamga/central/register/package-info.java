/** Publishing: the election package, the stations' registers, the activation cards, the kits. */
@NullMarked
package org.tamga.central.register;

import org.jspecify.annotations.NullMarked;
