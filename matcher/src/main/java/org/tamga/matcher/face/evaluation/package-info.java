/** Measures faces: accuracy and liveness on folders of pictures, time of each step. */
@NullMarked
package org.tamga.matcher.face.evaluation;

import org.jspecify.annotations.NullMarked;
