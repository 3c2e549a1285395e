/** Bounded decoding of image files to 8-bit grey rasters; knows nothing of fingers. */
@NullMarked
package org.tamga.matcher.image;

import org.jspecify.annotations.NullMarked;
