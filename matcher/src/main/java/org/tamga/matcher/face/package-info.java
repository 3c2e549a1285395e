/** Face detection and the portrait crop. */
@NullMarked
package org.tamga.matcher.face;

import org.jspecify.annotations.NullMarked;
