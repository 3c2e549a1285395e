/**
 * Minutiae from a finger image: normalisation, segmentation, orientation, ridge period, contextual
 * filtering, thinning, clean-up. All at 500 dpi; y runs downwards; field values lie on a grid of
 * {@value org.tamga.matcher.engine.extract.Grid#SIDE}-pixel cells.
 */
@NullMarked
package org.tamga.matcher.engine.extract;

import org.jspecify.annotations.NullMarked;
