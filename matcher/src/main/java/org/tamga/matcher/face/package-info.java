/**
 * Faces: detection, alignment, embedding, 1:1, advisory 1:N, and the portrait's crop. Everything
 * that needs a network says so where none is installed; no weaker method stands in silently.
 */
@NullMarked
package org.tamga.matcher.face;

import org.jspecify.annotations.NullMarked;
