/**
 * Bit cylinders: what lies around each minutia, in bits, so that a whole gallery can be rated in
 * one stream of population counts. The idea is the Minutia Cylinder-Code of Cappelli, Ferrara and
 * Maltoni (IEEE PAMI 32(12), 2010) in its binary form.
 */
@NullMarked
package org.tamga.matcher.engine.cylinder;

import org.jspecify.annotations.NullMarked;
