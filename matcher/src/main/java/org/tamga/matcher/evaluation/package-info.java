/** Accuracy and speed measured on folders of images: error rates, intervals, plots. */
@NullMarked
package org.tamga.matcher.evaluation;

import org.jspecify.annotations.NullMarked;
