/**
 * Which network files are accepted, and where they are kept. None of them is part of the program.
 */
@NullMarked
package org.tamga.matcher.face.model;

import org.jspecify.annotations.NullMarked;
