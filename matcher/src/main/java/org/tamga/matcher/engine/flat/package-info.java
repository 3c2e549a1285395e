/**
 * The SourceAFIS 3.18 matching algorithm on flat arrays: same scores, no objects, star comparison
 * by vectors. The algorithm, its parameters and its scale are those of SourceAFIS by Robert Važan
 * (Apache-2.0, <a href="https://sourceafis.machinezoo.com/">sourceafis.machinezoo.com</a>); the
 * code here was written from its published description and checked against its scores.
 */
@NullMarked
package org.tamga.matcher.engine.flat;

import org.jspecify.annotations.NullMarked;
