/** Keys and certificates: the commission's authority, terminals, officials. */
@NullMarked
package org.tamga.central.keys;

import org.jspecify.annotations.NullMarked;
