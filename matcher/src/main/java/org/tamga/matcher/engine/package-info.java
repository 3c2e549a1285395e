/**
 * The parts behind the public types: the SourceAFIS adaptor, template format, quality measures,
 * calibration.
 */
@NullMarked
package org.tamga.matcher.engine;

import org.jspecify.annotations.NullMarked;
