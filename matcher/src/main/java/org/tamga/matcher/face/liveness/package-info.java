/**
 * Signs that a living person stands before the camera. They make a forgery more work; nothing here
 * was evaluated to ISO/IEC 30107-3, and nothing here is protection by itself.
 */
@NullMarked
package org.tamga.matcher.face.liveness;

import org.jspecify.annotations.NullMarked;
